import Testing

@testable import LessonFormat

@Suite struct CodeMapTests {
  private let code = "let é = 1\n  b\n"

  private func map(_ indent: String = "") -> CodeMap {
    let text = "\(indent)```swift\n\(indent)let é = 1\n\(indent)  b\n\(indent)```\n"
    return CodeMap(file: SourceFile(path: "a.md", text: text), firstLine: 2, code: code)
  }

  @Test func anOffsetIsFoundInItsLine() {
    // `é` takes two bytes, so that the line feed is the byte at 10.
    #expect(map().line(at: 0) == 0)
    #expect(map().line(at: 10) == 0)
    #expect(map().line(at: 11) == 1)
    #expect(map().line(at: 1_000) == 2)
  }

  @Test func columnsCountScalars() {
    #expect(map().position(at: 0) == SourcePosition(line: 2, column: 1))
    #expect(map().position(at: 4) == SourcePosition(line: 2, column: 5))
    #expect(map().position(at: 6) == SourcePosition(line: 2, column: 6))
    #expect(map().position(at: 13) == SourcePosition(line: 3, column: 3))
  }

  @Test func theIndentOfAListMovesColumns() {
    #expect(map("   ").indent(ofLine: 0) == 3)
    #expect(map("   ").position(at: 4) == SourcePosition(line: 2, column: 8))
    #expect(map().indent(ofLine: 0) == 0)
  }

  @Test func theLineIsThatOfTheFile() {
    #expect(map("> ").lineText(at: 13) == ">   b")
  }
}
