import Testing

@testable import LessonFormat

@Suite struct MarkdownSourceTests {
  private func source(_ text: String) -> MarkdownSource {
    MarkdownSource(SourceFile(path: "a.md", text: text))
  }

  @Test func columnsCountScalarsAlsoAfterLongOnes() {
    let source = source("é😀a\nb")
    #expect(source.lines.map(\.count) == [7, 1])
    #expect(source.position(line: 0, byte: 2) == SourcePosition(line: 1, column: 2))
    #expect(source.position(line: 0, byte: 6) == SourcePosition(line: 1, column: 3))
    #expect(source.position(line: 0, byte: 7) == SourcePosition(line: 1, column: 4))
    #expect(source.position(line: 1, byte: 1) == SourcePosition(line: 2, column: 2))
    #expect(source.position(line: 5, byte: 3) == SourcePosition(line: 6, column: 1))
  }

  @Test func aNULIsReplacedAndTakesOneColumn() {
    let source = source("a\u{0}b")
    #expect(source.bytes == bytes("a\u{FFFD}b"))
    #expect(source.position(line: 0, byte: 4) == SourcePosition(line: 1, column: 3))
  }

  @Test func aByteOrderMarkIsLeftOut() {
    #expect(source("\u{FEFF}a").bytes == bytes("a"))
  }
}
