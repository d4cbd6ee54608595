import Testing

@testable import LessonFormat

@Suite struct KnownByCodeTests {
  @Test func whatWasParsedBeforeIsTakenAsItIs() {
    let marked = BlockSyntax(
      comments: [], lastExpression: CodeSpan(start: 7, end: 9), scopeRequirement: .inFile)
    var known = KnownSyntax(["a\n": marked])
    #expect(known.syntax(of: "a\n") == marked)
    #expect(known.used == ["a\n": marked])
    #expect(!known.isChanged)
  }

  @Test func newCodeIsParsedAndKept() {
    var known = KnownSyntax()
    #expect(known.syntax(of: "a\n") == BlockSyntax(of: "a\n"))
    #expect(known.isChanged)
    #expect(Array(known.used.keys) == ["a\n"])
  }

  @Test func whatIsNoLongerAskedForIsAChange() {
    let known = KnownSyntax(["a\n": BlockSyntax(of: "a\n")])
    #expect(known.isChanged)
  }

  @Test func codeThatCantBeReadIsNotKept() {
    var known = KnownSyntax()
    _ = known.syntax(of: String(repeating: "[", count: SwiftCode.deepestList + 1))
    #expect(known.used.isEmpty)
  }
}
