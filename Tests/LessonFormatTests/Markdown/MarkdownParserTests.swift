import LessonFormat
import Testing

/// Input that is made to break a parser.
@Suite struct MarkdownParserTests {
  static let bombs: [(name: String, text: String)] = [
    ("quotes", String(repeating: ">", count: 50_000) + "a"),
    ("quotes with blanks", String(repeating: "> ", count: 20_000) + "a\nb\n"),
    ("brackets", String(repeating: "[", count: 50_000) + "a"),
    (
      "images in images",
      String(repeating: "![", count: 50_000) + "a" + String(repeating: "](b)", count: 50_000)
    ),
    ("openers", String(repeating: "*a **a ", count: 20_000)),
    (
      "emphasis in emphasis",
      String(repeating: "*a **a ", count: 5_000) + "b" + String(repeating: "** a*", count: 5_000)
    ),
    ("tildes", String(repeating: "~~a ~b ", count: 20_000)),
    (
      "strike-through in strike-through",
      String(repeating: "~~a ~b ", count: 5_000) + String(repeating: "c~ d~~ ", count: 5_000)
    ),
    ("dollars", String(repeating: "$", count: 50_000)),
    ("unclosed math", String(repeating: "$a ", count: 50_000)),
    ("unclosed display math", String(repeating: "$$a ", count: 50_000)),
    ("math blocks", String(repeating: "$$\na\n", count: 10_000)),
    ("backticks", String(repeating: "`a ``b ", count: 20_000)),
    ("tags", String(repeating: "<a ", count: 50_000)),
    ("attributes", String(repeating: "<a b=\"", count: 20_000)),
    ("entities", String(repeating: "&amp;", count: 5_000)),
    (
      "footnotes",
      String(repeating: "[^a]: b\n", count: 2_000) + String(repeating: "[^a]", count: 10_000)
    ),
    (
      "a wide table",
      String(repeating: "| a ", count: 10_000) + "\n" + String(repeating: "| - ", count: 10_000)
        + "\n" + String(repeating: "| \\| ", count: 10_000)
    ),
    ("lines with bars", String(repeating: "a | b\n", count: 5_000)),
    ("addresses", String(repeating: "https://a.b/ ", count: 10_000)),
    ("emphasis after é", String(repeating: "é*a* ", count: 20_000)),
    ("lists in lists", (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
  ]

  @Test(.timeLimit(.minutes(20)), arguments: bombs.map(\.name))
  func hugeOrDeepInputIsReadInReasonableTime(name: String) throws {
    let text = try #require(Self.bombs.first { $0.name == name }).text
    let isShallow = depth(tree(text)) < 700
    #expect(isShallow)
  }

  @Test func whatIsNestedTooDeepIsTextWithItsPlace() {
    let text = String(repeating: "> ", count: 150) + "deep *a*"
    var deepest: Node?
    for node in allNodes(tree(text)) {
      if case .text = node.kind { deepest = node }
    }
    guard case .text(let words) = deepest?.kind else {
      Issue.record("no text")
      return
    }
    #expect(words == String(repeating: "> ", count: 50) + "deep *a*")
    #expect(deepest?.range.start == SourcePosition(line: 1, column: 201))
  }

  @Test func controlCharactersOfTheSourceStayWhatTheyAre() {
    #expect(
      outline(tree("a\u{1A}b $x$ \u{1A}\u{1A}\u{1A} c\u{0C}d [e](f\u{1A}g)\n")) == """
        document
          paragraph
            text "a\\u{1A}b "
            math "x"
            text " \\u{1A}\\u{1A}\\u{1A} c\\u{0C}d "
            link f\u{1A}g ""
              text "e"
        """)
    #expect(outline(tree("a\u{0}b")) == "document\n  paragraph\n    text \"a\u{FFFD}b\"")
  }

  private func depth(_ node: Node) -> Int { 1 + (node.children.map(depth).max() ?? 0) }
}
