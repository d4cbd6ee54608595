import Testing

/// A lesson of any length whose text is of one kind.
struct GrowingLesson: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// A length at which time that grows with the square is seen, and any other is short.
  let size: Int
  /// The lesson's text.
  let text: @Sendable (Int) -> String

  private init(_ name: String, _ size: Int, _ text: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.size = size
    self.text = { "# A\n\n" + text($0) }
  }

  /// Something again and again, by its number.
  private static func repeated(
    _ name: String, _ size: Int, after head: String = "",
    _ part: @escaping @Sendable (Int) -> String
  ) -> GrowingLesson {
    GrowingLesson(name, size) { count in head + (0..<count).map(part).joined() }
  }

  /// The same line of a block.
  private static func code(
    _ name: String, _ size: Int, _ head: String = "let x = 2.0",
    _ line: @escaping @Sendable (Int) -> String
  ) -> GrowingLesson {
    GrowingLesson(name, size) { count in
      block(head + "\n" + (0..<count).map(line).joined(separator: "\n"))
    }
  }

  private static func block(_ code: String, _ word: String = "") -> String {
    "```swift\(word)\n\(code)\n```\n\n"
  }

  private static let x = block("let x = 2.0")

  static let all = inlines + blocks + names + numbers + practice + programs

  private static let inlines = [
    repeated("emphasis", 4000) { _ in "*a* **b** " },
    repeated("emphasis left open", 8000) { _ in "**a *b " },
    repeated("emphasis in emphasis", 4000) { _ in "*a " },
    repeated("words with underscores", 8000) { _ in "_a __b " },
    repeated("tildes left open", 8000) { _ in "~~a ~b " },
    repeated("tildes of two lengths", 8000) { _ in "~~a~ " },
    repeated("brackets left open", 8000) { _ in "[" },
    repeated("links left open", 8000) { _ in "[a](" },
    repeated("images left open", 8000) { _ in "![" },
    repeated("link titles left open", 8000) { _ in "[a](b '" },
    repeated("code spans left open", 8000) { _ in "`a ``b " },
    repeated("runs of backticks", 300) { "a" + String(repeating: "`", count: $0 / 4) },
    repeated("dollars left open", 8000) { _ in "$a " },
    repeated("dollars of two lengths", 400) { _ in "$$a $b " },
    repeated("entities", 8000) { _ in "&amp; &#65; &foo; " },
    repeated("tags left open", 8000) { _ in "<a " },
    repeated("comments left open", 8000) { _ in "<!-- a " },
    repeated("tags", 4000) { _ in "a <kbd>b</kbd> " },
    repeated("tags that are text", 4000) { _ in "a <b onclick=x>c</b> " },
    repeated("addresses", 4000) { _ in "http://a.b/c " },
    repeated("escapes", 8000) { _ in "\\* " },
    repeated("letters of two bytes", 8000) { _ in "é∂ " },
  ]

  private static let blocks = [
    repeated("alerts in alerts", 8) { String(repeating: "> ", count: $0 + 1) + "[!NOTE]\n" },
    repeated("alerts", 2000) { _ in "> [!NOTE]\n> a\n\n" },
    repeated("lists in lists", 80) { String(repeating: "  ", count: $0) + "- a\n" },
    repeated("list markers on one line", 400) { _ in "- " },
    repeated("items", 4000) { _ in "- [x] a\n" },
    repeated("quotes", 4000) { _ in "> a\n\n" },
    repeated("quotes and lazy lines", 4000) { _ in "> a\nb\n" },
    repeated("folds", 1000) { _ in "<details>\n\na\n\n</details>\n\n" },
    repeated("rows", 2000, after: "|a|b|\n|-|-|\n") { _ in "|x|y|\n" },
    GrowingLesson("ragged rows", 400) { count in
      "|" + String(repeating: "a|", count: count) + "\n|" + String(repeating: "-|", count: count)
        + "\n" + String(repeating: "|a|\n", count: count)
    },
    repeated("tables", 1000) { _ in "|a|b|\n|-|-|\n|x|y|\n\n" },
    repeated("headings of one text", 2000) { _ in "## Same\n\n" },
    repeated("lines of a paragraph", 8000) { _ in "word word\n" },
    repeated("fences", 2000) { _ in "```text\na\n```\n\n" },
    GrowingLesson("unknown keys", 500) { count in
      "---\ntitle: A\n" + (0..<count).map { "key\($0): x\n" }.joined() + "---\n"
    }.atTop,
    GrowingLesson("objectives", 1000) { count in
      "---\ntitle: A\nobjectives:\n" + (0..<count).map { "- thing \($0)\n" }.joined() + "---\n"
    }.atTop,
  ]

  private static let names = [
    GrowingLesson("footnotes", 1000) { count in
      (0..<count).map { "a[^\($0)] " }.joined() + "\n\n"
        + (0..<count).map { "[^\($0)]: b\n\n" }.joined()
    },
    repeated("footnotes in footnotes", 1000, after: "a[^0]\n\n") { "[^\($0)]: b[^\($0 + 1)]\n\n" },
    repeated("undefined footnotes", 1000) { "a[^\($0)] " },
    repeated("undefined references", 1000) { "[a][b\($0)]\n" },
    GrowingLesson("references", 1000) { count in
      (0..<count).map { "[a\($0)]\n" }.joined() + "\n"
        + (0..<count).map { "[a\($0)]: b\n" }.joined()
    },
    repeated("dead links", 500) { "[a](b\($0).md) " },
    GrowingLesson("dead anchors", 500) { count in
      (0..<count).map { "## h\($0)\n\n[a](#g\($0))\n\n" }.joined()
    },
    repeated("unknown symbols", 100) { "``Foo\($0)`` " },
  ]

  private static let numbers = [
    repeated("numbers on one line", 4000) { "\($0).5 " },
    repeated("numbers in a table", 1000, after: "|a|\n|-|\n") { "|\($0).5|\n" },
    repeated("formulas", 500) { "$x_\($0)$ " },
    repeated("formulas with mistakes", 200) { "é $\\foo{\($0)}$ " },
    GrowingLesson("numbers that are given", 1000) { count in
      "---\ntitle: A\ngiven: [\((0..<count).map { "\($0).5" }.joined(separator: ", "))]\n---\n"
        + (0..<count).map { "\($0).5 " }.joined()
    }.atTop,
  ]

  private static let practice = [
    repeated("quizzes", 200) { _ in "> [!QUIZ]\n> What?\n>\n> - [x] a — b\n> - [ ] c — d\n\n" },
    repeated("options", 1000, after: "> [!QUIZ]\n> What?\n>\n") { _ in "> - [x] a — b\n" },
    repeated("cards", 200) { "> [!CARD]\n> What \($0)?\n>\n> ---\n>\n> That.\n\n" },
  ]

  private static let programs = [
    code("checks", 500) { "x * \($0).0 // ≈ \(2 * $0).0" },
    repeated("blocks", 250, after: x) { block("x * \($0).0 // ≈ \(2 * $0).0") },
    repeated("variables in blocks", 250, after: x) { block("let y\($0) = x // = 2") },
    repeated("claims", 500, after: x) { "`x * \($0).0 ≈ \(2 * $0).0`\n\n" },
    repeated("claims on one line", 500, after: x) { "`x * \($0).0 ≈ \(2 * $0).0` " },
    repeated("undefined names in claims", 250, after: x) { "`z\($0) ≈ \($0).0` " },
    code("undefined names in checks", 250) { "z\($0) // ≈ \($0).0" },
    GrowingLesson("check comments", 250) { count in
      x + (0..<count).map { "\(2 * $0).0 " }.joined() + "\n"
        + (0..<count).map { "<!-- check: x * \($0).0 ≈ \(2 * $0).0 -->\n" }.joined()
    },
    code("statements that may throw", 250, "func f() throws {}") { _ in "try f()" },
    code("printed lines", 250) { "print(\($0))" },
    GrowingLesson("early reads", 50) { count in
      block(
        (0..<count).map { "func f\($0)() -> Int { y\($0) }\nf\($0)() // = 1\n" }.joined()
          + (0..<count).map { "let y\($0) = 1" }.joined(separator: "\n"))
    },
    GrowingLesson("values of a check", 5000) { count in
      block("for i in 0..<\(count) {\n  i // ≠ -1\n}")
    },
    GrowingLesson("lines of output", 2000) { count in
      block("for i in 0..<\(count) { print(i) }") + "```output\n"
        + (0..<count).map { "\($0)\n" }.joined() + "```\n"
    },
    GrowingLesson("numbers of a list", 500) { count in
      block("let q = [\((0..<count).map { "\($0).5" }.joined(separator: ", "))]")
        + (0..<count).map { "\($0).5 " }.joined()
    },
    repeated("blocks that are skipped", 250) { _ in block("let z = 1 // = 1", " skip=\"why\"") },
  ]

  /// The text without a heading before it.
  private var atTop: GrowingLesson {
    let text = text
    return GrowingLesson(name: testDescription, size: size) { String(text($0).dropFirst(5)) }
  }

  private init(name: String, size: Int, text: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.size = size
    self.text = text
  }
}
