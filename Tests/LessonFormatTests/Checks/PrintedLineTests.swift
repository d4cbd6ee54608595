import Testing

@testable import LessonFormat

@Suite struct PrintedLineTests {
  private func pieces(_ line: String) -> [String] {
    PrintedLine.pieces(of: line).map { piece in
      switch piece {
      case .text(let text): text
      case .number(let number): "<\(number.text)>"
      }
    }
  }

  @Test(arguments: [
    ("loss 0.25, rate 1e-3", ["loss ", "<0.25>", ", rate ", "<1e-3>"]),
    ("-1", ["<-1>"]), ("[1,2]", ["[", "<1>", ",", "<2>", "]"]), ("3.", ["<3>", "."]),
    ("50%", ["<50>", "%"]), ("", []), ("é 2 é", ["é ", "<2>", " é"]),
  ])
  func numbersStandBetweenText(line: String, expected: [String]) {
    #expect(pieces(line) == expected)
  }

  @Test(arguments: ["w1", "1.2.3", "0x1F", "x_2", "v.5"])
  func digitsInAWordAreText(line: String) {
    #expect(pieces(line).allSatisfy { !$0.hasPrefix("<") })
    #expect(pieces(line).joined() == line)
  }
}
