import Testing

@testable import LessonFormat

@Suite struct TableRowTests {
  private func cells(_ line: String) -> [String] {
    let line = bytes(line)[...]
    return TableRow.cells(line).map { String(decoding: line[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("| a | b |", ["a", "b"]), ("a|b", ["a", "b"]), (" | a \\| b | ", ["a \\| b"]),
    ("||", [""]), ("| | a", ["", "a"]), ("a", ["a"]), ("", [""]),
  ])
  func barsCutARow(line: String, expected: [String]) {
    #expect(cells(line) == expected)
  }

  @Test func colonsSayHowColumnsAlign() {
    #expect(
      TableRow.alignments(bytes("| - | :-- | :-: | --: |")[...]) == [.none, .left, .center, .right])
  }

  @Test(arguments: ["---", "| a |", "| : |", "|  |", "| - - |", ":", ""])
  func otherLinesAreNoDelimiterRow(line: String) {
    #expect(TableRow.alignments(bytes(line)[...]) == nil)
  }
}
