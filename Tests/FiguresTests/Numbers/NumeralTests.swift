import Testing

@testable import Figures

@Suite struct NumeralTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "−1"), (0.1, "0.1"), (-0.110432, "−0.1104"),
    (0.59868766, "0.5987"), (0.99999, "1"), (99999.9, "100\u{202F}000"), (12345.6, "12\u{202F}350"),
    (9999, "9999"), (1_234_567, "1.235×10⁶"), (1_000_000, "10⁶"), (-1_000_000, "−10⁶"),
    (2.5e-7, "2.5×10⁻⁷"), (0.000123456, "0.0001235"), (1e300, "10³⁰⁰"),
    (.leastNonzeroMagnitude, "4.941×10⁻³²⁴"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "NaN"),
  ])
  func aNumberIsWrittenAsAPersonWould(value: Double, text: String) {
    #expect(numeral(value) == text)
  }

  @Test func significantDigitsCanBeChosen() {
    #expect(numeral(3.14159265, digits: 3) == "3.14")
    #expect(numeral(3.14159265, digits: 8) == "3.1415927")
    #expect(numeral(1_234_567, digits: 7) == "1\u{202F}234\u{202F}567")
    #expect(numeral(2.5, digits: 1) == "3")
  }

  /// From Oracles/decimal_rounding.py, but for 10²³: halfway between two doubles, it identifies none.
  @Test(arguments: [
    (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1.0 / 3, "0.3333333333333333"),
    (-1e23, "−9.999999999999999×10²²"),
    (9_007_199_254_740_992, "9\u{202F}007\u{202F}199\u{202F}254\u{202F}740\u{202F}992"),
    (123456.7890625, "123\u{202F}456.7890625"), (2.0.squareRoot(), "1.4142135623730951"),
  ])
  func inFullANumberHasTheDigitsThatIdentifyIt(value: Double, text: String) {
    #expect(NumberText.full(value) == text)
  }

  @Test func numbersOfAColumnHaveAsManyDigitsAsTellThemApart() {
    #expect(NumberText.distinct([1, 2.5, 0.123456]) == ["1", "2.5", "0.1235"])
    #expect(NumberText.distinct([1.00001, 5, 1.00002]) == ["1.00001", "5", "1.00002"])
    #expect(NumberText.distinct([-2.00001, -2, 2, 2]) == ["−2.00001", "−2", "2", "2"])
  }

  @Test func theRoundingOfOneComputationDoesNotLengthenOtherNumbers() {
    #expect(
      NumberText.distinct([0.1 + 0.2, 0.123456, 0.3])
        == ["0.30000000000000004", "0.1235", "0.3"])
    #expect(
      NumberText.distinct([0.1 + 0.2, 0.123456, 0.3], limit: 12) == ["0.3", "0.1235", "0.3"])
  }

  @Test func missingNumbersAreNoReasonForMoreDigits() {
    #expect(NumberText.distinct([.nan, .nan, 0.123456]) == ["NaN", "NaN", "0.1235"])
    #expect(NumberText.distinct([.infinity, -.infinity, 1e9]) == ["∞", "−∞", "10⁹"])
  }

  @Test func differentNumbersOfAColumnNeverReadTheSame() {
    var random = GalleryNumbers(seed: 11)
    for _ in 0..<400 {
      let scale = Decimal.tenTo((random.uniform() * 616).rounded() - 308)
      let center = (random.uniform() - 0.5) * scale
      let width = scale * Decimal.tenTo(-17 * random.uniform())
      let values = (0..<12).map { _ in center + (random.uniform() - 0.5) * width }
      let texts = NumberText.distinct(values + [center.nextUp, center.nextDown, center])
      let all = values + [center.nextUp, center.nextDown, center]
      for first in all.indices {
        let alike = all.indices.filter { all[$0] != all[first] && texts[$0] == texts[first] }
        #expect(alike.isEmpty, "\(all[first]) and \(alike.map { all[$0] })")
      }
    }
  }
}
