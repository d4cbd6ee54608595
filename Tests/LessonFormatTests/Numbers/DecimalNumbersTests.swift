import Testing

@testable import LessonFormat

private func numbers(_ text: String) -> [ProseNumber] {
  LessonReader.read(SourceFile(path: "lesson.md", text: text), id: "lesson").proseNumbers
}

@Suite struct DecimalNumbersTests {
  @Test(
    arguments: [
      ("0.5", [0.5]), ("-1e-3", [-0.001]), ("−2", [-2]), ("12.5%", [12.5]), ("−12.5%", [-12.5]),
      ("10,000", []), ("5%", []), ("half", nil), ("0.5 of it", nil), ("", nil), ("%", nil),
      ("12 000.5", [12000.5]), ("1.6GB", [1.6]), ("1.5 × 10⁻³", [0.0015]), ("0.5 0.6", nil),
    ] as [(String, [Double]?)])
  func anEntryOfGivenIsReadAsProseIs(entry: String, expected: [Double]?) {
    #expect(DecimalNumbers.given(entry) == expected)
  }

  @Test(arguments: ["12.5%", "−12.5%", "1,000.5", "1e-1", "12.5", "2.85x", "12 000.5"])
  func whatIsGivenIsWhatTheSameTextInProseSays(entry: String) throws {
    let text = "---\ngiven: [\"\(entry)\"]\n---\nIt is \(entry) of it.\n"
    let lesson = LessonReader.read(SourceFile(path: "lesson.md", text: text), id: "lesson")
    #expect(lesson.findings.isEmpty)
    #expect(lesson.proseNumbers.allSatisfy { lesson.givenNumbers.contains($0.number.value) })
    #expect(lesson.proseNumbers.count == (entry.contains(".") ? 1 : 0))
  }

  @Test func textsWithoutAPointBeforeADigitHaveNone() {
    #expect(DecimalNumbers.find(in: "1, 2. and 3").isEmpty)
  }
}
