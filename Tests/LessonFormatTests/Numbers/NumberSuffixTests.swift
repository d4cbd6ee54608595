import Testing

@testable import LessonFormat

@Suite struct NumberSuffixTests {
  @Test(arguments: [
    "1.5e-3", "1.5E-3", "1.5e−3", "1.5 × 10⁻³", "1.5·10⁻³", "1.5×10^-3", "1.5 x 10^-3",
    "1.5 * 10^{-3}", "1.5 × 10^(−3)", "1.5\u{A0}×\u{A0}10⁻³", "1.5 * 10**-3", "1.5 \u{22C5} 10⁻³",
  ])
  func aPowerOfTenBelongsToTheNumber(text: String) {
    #expect(DecimalNumbers.find(in: text).map(\.value) == [0.0015])
    #expect(DecimalNumbers.find(in: text).map(\.text) == [text])
  }

  @Test(arguments: [
    #"1.5 \times 10^{-3}"#, #"1.5\cdot10^{-3}"#, #"1.5 \, \times \, 10^{-3}"#, "1.5·10⁻³",
    #"1.5 \times 10^{ -3 }"#, "1.5e-3", "1.5 × 10^{-3}", #"1.5\,\cdot\,10^{-3}"#,
  ])
  func soItDoesInAFormula(text: String) {
    #expect(DecimalNumbers.find(in: text, .formula).map(\.value) == [0.0015])
  }

  @Test(arguments: [
    #"1.5 \cdot 10^n"#, #"1.5 \cdot 10"#, #"1.5 \cdot 100^2"#, #"1.5 x^{-3}"#, "1.5",
  ])
  func whatIsNoPowerOfTenDoesNot(text: String) {
    #expect(DecimalNumbers.find(in: text, .formula).map(\.value) == [1.5])
    #expect(DecimalNumbers.find(in: text, .formula).map(\.text) == ["1.5"])
  }

  @Test(arguments: [
    "1.37s", "2.85x", "1.6GB", "12.5%", "3.2°", "3.2°C", "1.5k", "0.5px", "1.5µs", "1.5ms",
    "9.81m/s²",
    "2.85×", "0.5η", "1.5Ω", "3.0€", "0.1‰",
  ])
  func aUnitAgainstTheNumberBelongsToIt(text: String) {
    #expect(DecimalNumbers.find(in: "It is \(text), or so.").map(\.text) == [text])
  }

  @Test(arguments: ["3.5-inch", "3.5 %", "3.5/2", "3.5²", "3.5)"])
  func whatElseFollowsDoesNot(text: String) {
    #expect(DecimalNumbers.find(in: text).map(\.text) == ["3.5"])
  }
}
