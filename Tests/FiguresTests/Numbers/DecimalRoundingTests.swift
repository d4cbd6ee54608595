import Testing

@testable import Figures

@Suite struct DecimalRoundingTests {
  /// Value, decimal places, integer and what rounding added, from Oracles/decimal_rounding.py.
  static let cases: [(Double, Int, UInt64, Double)] = [
    (0.1, 20, 10_000_000_000_000_000_555, -0.11151231257827021),
    (0.3, 17, 29_999_999_999_999_999, 0.11022302462515654),
    (2.675, 2, 267, -0.49999999999998224),
    (0.5, 0, 1, 0.5),
    (2.5, 0, 3, 0.5),
    (1e22, -6, 10_000_000_000_000_000, 0.0),
    (.leastNonzeroMagnitude, 340, 49_406_564_584_124_654, -0.41765687928682216),
    (1.7976931348623157e308, -291, 179_769_313_486_231_571, 0.18547257626829564),
    (1e-300, 310, 10_000_000_000, -2.505909183520876e-07),
    (4000000000.5, 1, 40_000_000_005, 0.0),
    (4000000000.5, 0, 4_000_000_001, 0.5),
    (123_456_789_012_345_680, 0, 123_456_789_012_345_680, 0.0),
    (0.049, 0, 0, -0.049),
    (1e23, -15, 100_000_000, 8.388608e-09),
    (1e23, -23, 1, 8.388608e-17),
    (2.2250738585072014e-308, 324, 22_250_738_585_072_014, 0.16909767282667595),
    (0.999999999999, 6, 1_000_000, 9.999778782798785e-07),
  ]

  @Test func digitsAreThoseOfExactArithmetic() throws {
    for (value, decimals, mantissa, error) in Self.cases {
      guard let (own, rest) = DecimalRounding.rounded(value, decimals: decimals) else {
        #expect(mantissa > 1_000_000_000_000_000_000, "\(value) to \(decimals)")
        continue
      }
      #expect(own == mantissa, "\(value) to \(decimals)")
      #expect((rest - error).magnitude <= 1e-13, "\(value) to \(decimals): \(rest)")
      #expect(DecimalRounding.rounded(-value, decimals: decimals)?.mantissa == mantissa)
    }
  }

  @Test func whatIsTooLargeOrNotFiniteHasNoDigits() {
    #expect(DecimalRounding.rounded(1e18, decimals: 0) == nil)
    #expect(DecimalRounding.rounded(9e17, decimals: 0)?.mantissa == 900_000_000_000_000_000)
    #expect(DecimalRounding.rounded(.nan, decimals: 0) == nil)
    #expect(DecimalRounding.rounded(-.infinity, decimals: 3) == nil)
  }

  @Test func whatIsFarBelowTheLastPlaceIsZero() throws {
    for value in [0.0, 1e-9, Double.leastNonzeroMagnitude] {
      let (mantissa, error) = try #require(DecimalRounding.rounded(value, decimals: 0))
      #expect(mantissa == 0 && error <= 0 && error > -1e-8)
    }
  }
}
