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
}
