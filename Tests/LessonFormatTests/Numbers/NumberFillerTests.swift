import Testing

@testable import LessonFormat

private func numbers(_ text: String, _ notation: DecimalNumbers.Notation) -> [Double] {
  DecimalNumbers.find(in: text, notation).map(\.value)
}

@Suite struct NumberFillerTests {
  @Test(
    "In TeX digits go on behind what shows nothing",
    arguments: [
      ("0.5{}9", [0.59]), ("0.5 9", [0.59]), ("0. 59", [0.59]), ("0 .59", [0.59]),
      ("0.5\n9", [0.59]),
      ("0.5{9}", [0.59]), ("0.5{9}1", [0.591]), ("{0.5}9", [0.59]), ("{0.}59", [0.59]),
      ("{{0.5}}9", [0.59]), ("0.5\\!9", [0.59]), ("0.5\\mathbf{9}", [0.59]),
      ("\\mathbf{0.5}9", [0.59]), ("0.5\\text{9}1", [0.591]), ("x = {0.5}9", [0.59]),
      ("0.5\u{AD}9", [0.59]), ("12 000.5", [12000.5]),
    ] as [(String, [Double])])
  func goesOn(tex: String, values: [Double]) {
    #expect(numbers(tex, .formula) == values)
  }

  @Test(
    "In TeX digits end before what parts them",
    arguments: [
      ("\\frac{0.5}{2}", [0.5]), ("\\frac{0.5}2", [0.5]), ("x^{0.5}9", [0.5]), ("x_{0.5} 9", [0.5]),
      ("0.5 & 9.5", [0.5, 9.5]), ("0.5 \\\\ 9.5", [0.5, 9.5]), ("0.5^{2}", [0.5]), ("0.5_2", [0.5]),
      ("0.5\\sqrt{2}", [0.5]), ("0.5\\,x", [0.5]), ("0.5~9", [0.5]), ("0.5\\quad 9", [0.5]),
      ("0.5, 9", [0.5]), ("0.5 \\cdot 9.5", [0.5, 9.5]), ("(0.5) 9", [0.5]), ("{0.5} + 9", [0.5]),
    ] as [(String, [Double])])
  func ends(tex: String, values: [Double]) {
    #expect(numbers(tex, .formula) == values)
  }

  @Test(
    "In prose digits go on behind what nobody sees",
    arguments: [
      ("0.5\u{200B}9", [0.59]), ("0\u{AD}.\u{2060}5", [0.5]), ("0.5\u{200D}\u{FEFF}9", [0.59]),
      ("1.\u{200B} 5", []), ("0.5\u{200B}", [0.5]), ("0.5\u{200B} 9.5", [0.5, 9.5]),
      ("0.5 9", [0.5]), ("0.5{}9", [0.5]), ("it is 3.\u{200B}", []),
    ] as [(String, [Double])])
  func goesOnInProse(text: String, values: [Double]) {
    #expect(numbers(text, .prose) == values)
  }

  @Test("Digits of other scripts and widths are digits")
  func otherDigits() {
    #expect(numbers("0.5\u{FF19}", .prose) == [0.59])
    #expect(numbers("\u{FF10}.\u{FF15}", .prose) == [0.5])
    #expect(numbers("0.\u{1D7D3}", .formula) == [0.5])
    #expect(numbers("٠.٥", .prose) == [0.5])
  }

  @Test("What is long is read in proportion to its length")
  func long() {
    #expect(numbers("0.5" + String(repeating: "{}", count: 100_000) + "9", .formula) == [0.59])
    #expect(numbers(String(repeating: "{", count: 100_000) + "0.5", .formula) == [0.5])
    #expect(
      numbers(String(repeating: "0.5{}", count: 50_000), .formula).count >= 1)
  }
}
