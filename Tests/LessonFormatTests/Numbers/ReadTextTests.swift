import Testing

@testable import LessonFormat

@Suite struct ReadTextTests {
  private func line(_ number: Int) -> SourceRange {
    let start = SourcePosition(line: number, column: 1)
    return SourceRange(start: start, end: start)
  }

  @Test func everyScalarStandsWhereItsPartDoes() {
    var text = ReadText()
    #expect(text.range(at: 0) == nil)
    text.append(markup: " ")
    text.append("é1", from: line(2))
    text.append(markup: "^{")
    text.append("2", from: line(5))
    #expect(String(String.UnicodeScalarView(text.scalars)) == " é1^{2")
    #expect((0..<6).map { text.range(at: $0)?.start.line } == [2, 2, 2, 2, 2, 5])
  }
}
