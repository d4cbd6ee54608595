import Testing

@testable import LessonFormat

@Suite struct InlinesTests {
  @Test(arguments: [
    ("a — b", "text \"a\"", "text \"b\""), ("a —\nb", "text \"a\"", "text \"b\""),
    ("`x` — *b* — c", "code 1 \"x\"", "emphasis / text \" — c\""),
    ("— b", "", "text \"b\""),
  ])
  func aDashBetweenBlanksSplits(markdown: String, before: String, after: String) throws {
    let split = try #require(Inlines.split(inlines(markdown)))
    #expect(described(split.before) == before)
    #expect(described(split.after) == after)
  }

  @Test(arguments: ["a—b", "a - b", "`a — b`", "*a — b*", "$a — b$", "a —b", ""])
  func otherDashesSplitNothing(markdown: String) {
    let isSplit = Inlines.split(inlines(markdown)) != nil
    #expect(!isSplit)
  }

  @Test func theFirstLineIsToldFromTheRest() {
    let (line, rest) = Inlines.firstLine(inlines("a *b*\n c\nd"))
    #expect(described(line) == "text \"a \" / emphasis")
    #expect(described(rest) == "text \"c\" / soft break / text \"d\"")
    #expect(Inlines.firstLine(inlines("a")).rest.isEmpty)
  }

  @Test func blanksAndBreaksGoFromBothEnds() {
    let nodes = [
      Node(.softBreak, range: somewhere), Node(.text("  "), range: somewhere),
      Node(.text(" a "), range: somewhere), Node(.lineBreak, range: somewhere),
    ]
    #expect(described(Inlines.trimmed(nodes)) == "text \"a\"")
    #expect(Inlines.trimmed(Array(nodes.prefix(2))).isEmpty)
  }

  @Test(arguments: [
    (Node.Kind.text(" . "), true), (.text("a"), false), (.htmlInline("<!-- a -->"), true),
    (.htmlInline("<b>"), false), (.softBreak, true), (.lineBreak, true), (.emphasis, false),
  ])
  func theEndOfASentenceIsBlank(kind: Node.Kind, isBlank: Bool) {
    #expect(Inlines.isBlank(Node(kind, range: somewhere)) == isBlank)
  }
}
