import Testing

@testable import LessonFormat

@Suite struct YAMLNodeTests {
  private func node(_ content: YAMLNode.Content) -> YAMLNode {
    YAMLNode(content: content, position: SourcePosition(line: 1, column: 1))
  }

  @Test(arguments: ["", "~", "null"])
  func whatIsWrittenWithoutQuotesMayBeNull(text: String) {
    #expect(node(.scalar(text, isPlain: true)).isNull)
    #expect(!node(.scalar(text, isPlain: false)).isNull)
  }

  @Test func messagesNameTheKind() {
    #expect(node(.scalar("a", isPlain: true)).kindName == "text")
    #expect(node(.scalar("", isPlain: true)).kindName == "empty")
    #expect(node(.sequence([])).kindName == "a list")
    #expect(node(.mapping([])).kindName == "a group of keys")
    #expect(!node(.sequence([])).isNull)
  }
}
