import Testing

@testable import SiteGenerator

struct SwiftHighlighterTests {
  private func tokens(_ code: String) -> [String] {
    let bytes = Array(code.utf8)
    return SwiftHighlighter.tokens(of: code).map {
      "\($0.kind.rawValue) " + String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test func kindsAreTheClassesOfTheStyleSheet() {
    #expect(
      tokens("let é: Int = f(1.5) // ж") == ["k let", "t Int", "f f", "n 1.5", "c // ж"])
    #expect(tokens("@main struct A {}").prefix(2) == ["a @main", "k struct"])
  }

  @Test func nameOfACallIsMarkedAndThatOfAPropertyIsNot() {
    #expect(tokens("x.sum()\nx.count") == ["f sum"])
  }

  @Test func tokensAreInOrderAndDisjoint() {
    let tokens = SwiftHighlighter.tokens(
      of: "let a = \"b\\(c(1))d\" /* e */ + 2 // f\n#if g\n#endif\n")
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(tokens.allSatisfy { $0.start < $0.end })
  }

  @Test func codeThatIsNoSwiftHasTokensToo() {
    #expect(tokens("let let (").first == "k let")
    #expect(tokens("").isEmpty)
  }
}
