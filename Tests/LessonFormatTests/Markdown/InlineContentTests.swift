import Testing

@testable import LessonFormat

@Suite struct InlineContentTests {
  private let source = MarkdownSource(SourceFile(path: "a.md", text: "> é ab\n> cd\n"))

  /// The text of both lines.
  private var content: InlineContent {
    var content = InlineContent()
    content.append(bytes("é ab")[...], line: 0, byte: 2)
    content.bytes.append(Byte.lineFeed)
    content.append(bytes("cd  ")[...], line: 1, byte: 2)
    return content
  }

  @Test func everyByteHasItsPlaceInTheFile() {
    #expect(content.start(0, in: source) == SourcePosition(line: 1, column: 3))
    #expect(content.start(3, in: source) == SourcePosition(line: 1, column: 5))
    #expect(content.start(6, in: source) == SourcePosition(line: 2, column: 3))
    #expect(content.end(5, in: source) == SourcePosition(line: 1, column: 7))
    #expect(
      content.range(3..<8, in: source)
        == SourceRange(
          start: SourcePosition(line: 1, column: 5), end: SourcePosition(line: 2, column: 5)))
  }

  @Test func whatIsDroppedFromTheStartMovesThePlaces() {
    var content = content
    content.removeFirst(7)
    #expect(content.bytes == bytes("d  "))
    #expect(content.start(0, in: source) == SourcePosition(line: 2, column: 4))
    content.trimEnd()
    #expect(content.bytes == bytes("d"))
  }
}
