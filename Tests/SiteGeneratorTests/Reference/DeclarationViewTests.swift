import Testing

@testable import SiteGenerator

struct DeclarationViewTests {
  @Test(arguments: [
    ("func twice(_ x: Int)", "twice", "func</span> <b>twice</b>(_ x: "),
    ("init(_ x: Int)", "init", "<b>init</b>(_ x: "),
    ("struct Box<T>", "Box", "<b>Box</b>&lt;"),
    ("func a(b: a)", "a", "<b>a</b>(b: <span class=\"t\">a</span>)"),
  ])
  func nameIsInBoldWhereItStandsFirst(code: String, name: String, html: String) {
    let declaration = DeclarationView.highlighted(code, name: name[...]).string
    #expect(declaration.contains(html))
    #expect(declaration.ranges(of: "<b>").count == 1)
  }

  @Test func codeWithoutANameIsHighlightedAlone() {
    #expect(
      DeclarationView.highlighted("let a = \"<\"").string
        == "<span class=\"k\">let</span> a = <span class=\"s\">&quot;&lt;&quot;</span>")
  }
}
