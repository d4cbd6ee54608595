import Testing

@testable import LessonFormat

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb", ["a", "b"]), ("a\rb\r", ["a", "b"]), ("\n\n", ["", ""]),
    ("", []), ("a\u{2028}b\u{85}c", ["a\u{2028}b\u{85}c"]),
  ])
  func linesEndAtLineFeedsAndCarriageReturns(text: String, lines: [String]) {
    #expect(SourceFile(path: "a", text: text).lines.map(String.init) == lines)
  }

  @Test func aLineBeyondTheEndIsEmpty() {
    let file = SourceFile(path: "a", text: "one\ntwo\n")
    #expect([0, 1, 2, 3].map { String(file.line($0)) } == ["", "one", "two", ""])
  }
}
