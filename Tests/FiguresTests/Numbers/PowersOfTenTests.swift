import Testing

@testable import Figures

@Suite struct PowersOfTenTests {
  /// From Oracles/logarithms.py.
  static let logarithms: [(Double, Double)] = [
    (2.0, 0.30102999566398119521),
    (0.3, -0.52287874528033757878),
    (9.999999999999998, 0.99999999999999992285),
    (10.000000000000002, 1.0000000000000000771),
    (1e-05, -4.9999999999999999645),
    (7.25e+17, 17.860338006570993697),
    (1.7e+308, 308.23044892137827391),
    (2.3e-300, -299.63827216398240712),
    (0.7071067811865476, -0.15051499783199056792),
    (1.4142135623730951, 0.15051499783199062729),
    (123.456, 2.0915122016277716919),
    (1e+22, 22.0),
    (0.99999999, -4.3429448625694949963e-9),
  ]

  @Test func logarithmsAgreeWithMpmath() {
    for (value, expected) in Self.logarithms {
      let error = (Decimal.logarithm(value) - expected).magnitude
      #expect(error <= 4 * max(expected.magnitude, 1).ulp, "log10(\(value))")
    }
  }

  @Test func powersOfTenHaveWholeLogarithms() {
    for exponent in -22...22 {
      #expect(Decimal.logarithm(Decimal.power(exponent)) == Double(exponent))
    }
  }

  @Test func powersUpToTheTwentySecondAreExact() {
    #expect(Decimal.power(0) == 1)
    #expect(Decimal.power(22) == 1e22)
    #expect(Decimal.power(-5) == 1e-5)
    #expect(Decimal.power(400) == .infinity)
    #expect(Decimal.power(-400) == 0)
  }

  @Test func exponentsAreRightBesidePowersOfTen() {
    #expect(Decimal.exponent(1000) == 3)
    #expect(Decimal.exponent(999.9999999999999) == 2)
    #expect(Decimal.exponent(-0.001) == -3)
    #expect(Decimal.exponent(0.0009999999999999998) == -4)
    #expect(Decimal.exponent(1.7976931348623157e308) == 308)
    #expect(Decimal.exponent(2.3e-308) == -308)
  }

  @Test func squareRootsAreWithinAnUlp() {
    for x in [
      2, 0.3, 1e-300, .leastNonzeroMagnitude, 1.7e308, 4, 1e10, 123.456, 0.7071067811865476,
    ] as [Double] {
      #expect((Decimal.squareRoot(x) - x.squareRoot()).magnitude <= x.squareRoot().ulp, "√\(x)")
    }
    #expect(Decimal.squareRoot(0) == 0)
    #expect(Decimal.squareRoot(.infinity) == .infinity)
    #expect(Decimal.squareRoot(-1).isNaN && Decimal.squareRoot(.nan).isNaN)
  }
}
