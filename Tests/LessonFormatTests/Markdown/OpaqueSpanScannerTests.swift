import LessonFormat
import Testing

@Suite struct OpaqueSpanScannerTests {
  @Test(arguments: [
    ("$x$", "math \"x\""),
    ("$x + y$.", "math \"x + y\" / text \".\""),
    ("($x$)", "text \"(\" / math \"x\" / text \")\""),
    ("**$x$**", "strong( math \"x\" )"),
    ("*a $x$ b*", "emphasis( text \"a \" / math \"x\" / text \" b\" )"),
    ("$a_1 b_2$ and $c_3 *d* e$", "math \"a_1 b_2\" / text \" and \" / math \"c_3 *d* e\""),
    ("$\\$5$", "math \"\\\\$5\""),
    ("$\\{x\\}$", "math \"\\\\{x\\\\}\""),
    ("$a\nb$", "math \"a\\nb\""),
    ("$`a_1`$", "math \"a_1\""),
    ("$$x^2$$ is", "math! \"x^2\" / text \" is\""),
    ("is $$ x $$ there", "text \"is \" / math! \" x \" / text \" there\""),
    ("[$x$](y)", "link y \"\"( math \"x\" )"),
    ("$<b>$", "math \"<b>\""),
    ("$a`$", "math \"a`\""),
    ("$\\alpha$-$\\beta$", "math \"\\\\alpha\" / text \"-\" / math \"\\\\beta\""),
  ])
  func dollarsHoldMath(markdown: String, expected: String) {
    #expect(inlines(markdown) == expected)
  }

  @Test(arguments: [
    "$5 and $10", "$5/$10", "a$b$c", "$ x$", "$x $", "$x$y", "$x$2", "\\$x$", "costs 5$ or 6$",
    "$", "$$", "$$$", "$x", "$$x", "US$5 and AU$6",
  ])
  func dollarsOfOtherKindsStayText(markdown: String) {
    let text = markdown.filter { $0 != "\\" }
    #expect(inlines(markdown) == "text \(text.debugDescription)")
  }

  @Test func codeComesBeforeMath() {
    #expect(inlines("`$x$`") == "code 1 \"$x$\"")
    #expect(inlines("$a `b$` c$") == "text \"$a \" / code 1 \"b$\" / text \" c$\"")
    #expect(inlines("`$` and $x$") == "code 1 \"$\" / text \" and \" / math \"x\"")
  }

  @Test func addressesAndTagsKeepTheirDollars() {
    #expect(inlines("[a](b$c$d)") == "link b$c$d \"\"( text \"a\" )")
    #expect(
      inlines("[a](b \"$c$\") $d$") == "link b \"$c$\"( text \"a\" ) / text \" \" / math \"d\"")
    #expect(inlines("<http://a/$b$>") == "link http://a/$b$ \"\"( text \"http://a/$b$\" )")
    #expect(inlines("d <a b=\"$c$\">") == "text \"d \" / html \"<a b=\\\"$c$\\\">\"")
    #expect(inlines("![a $x$](b)") == "image b \"\"( text \"a \" / math \"x\" )")
  }

  @Test func aFenceOfMathIsABlock() {
    #expect(
      outline(tree("```math\n\\frac{a}{b}\n```\n"), ranges: true) == """
        document [1:1-3:4]
          math block "\\\\frac{a}{b}\\n" [1:1-3:4]
        """)
  }

  @Test func mathInATableHasItsBarsEscaped() {
    #expect(
      inlines("| a |\n| - |\n| $\\|x\\|$ |").contains("math \"|x|\""))
  }

  private func inlines(_ markdown: String) -> String {
    func describe(_ node: Node) -> String {
      let own = outline(Node(node.kind, range: node.range))
      if node.children.isEmpty { return own }
      return own + "( " + node.children.map(describe).joined(separator: " / ") + " )"
    }
    let document = tree(markdown)
    guard document.children.count == 1, document.children[0].kind == .paragraph else {
      return describe(document)
    }
    return document.children[0].children.map(describe).joined(separator: " / ")
  }
}
