import Testing

@testable import Markup

struct HTMLElementsTests {
  @Test func elementsAmongBlocksAreWrittenUnderTheirNames() {
    let elements: [(String, HTML<Flow>)] = [
      ("blockquote", .blockquote()), ("div", .div()), ("p", .p()), ("pre", .pre()), ("ul", .ul()),
      ("ol", .ol()), ("dl", .dl()), ("table", .table()), ("figure", .figure()),
      ("figcaption", .figcaption()), ("details", .details()), ("summary", .summary()),
      ("section", .section()), ("article", .article()), ("header", .header()),
      ("footer", .footer()), ("main", .main()), ("nav", .nav()), ("form", .form()),
      ("fieldset", .fieldset()), ("noscript", .noscript()),
    ]
    for (name, html) in elements { #expect(html.string == "<\(name)></\(name)>") }
  }

  @Test func elementsInALineAreWrittenUnderTheirNames() {
    let elements: [(String, HTML<Phrasing>)] = [
      ("a", .a()), ("b", .b()), ("button", .button()), ("code", .code()), ("del", .del()),
      ("em", .em()), ("label", .label()), ("select", .select()), ("span", .span()),
      ("strong", .strong()), ("sup", .sup()),
    ]
    for (name, html) in elements { #expect(html.string == "<\(name)></\(name)>") }
  }

  @Test func partsOfTablesListsAndSelectionsStandInThem() {
    #expect(
      HTML<Flow>.table(
        [], .caption([], "c"), .thead([], .tr([], .th([.scope("col")], "h"))),
        .tbody([], .tr([], .td([], "d")))
      ).string == "<table><caption>c</caption><thead><tr><th scope=\"col\">h</th></tr></thead>"
        + "<tbody><tr><td>d</td></tr></tbody></table>")
    #expect(
      HTML<Flow>.dl([], .dt([], "t"), .dd([], .p([], "d"))).string
        == "<dl><dt>t</dt><dd><p>d</p></dd></dl>")
    #expect(
      HTML<Phrasing>.select([.name("n")], .option([.value("v")], "o")).string
        == "<select name=\"n\"><option value=\"v\">o</option></select>")
    #expect(
      HTML<Flow>.ol([.start(2)], .li([.id("i")], "a")).string
        == "<ol start=\"2\"><li id=\"i\">a</li></ol>")
  }

  @Test func attributesStandInTheOrderInWhichTheyAreGiven() {
    #expect(
      HTML<Flow>.a([.id("i"), .href("h"), .class("c")], "a").string
        == "<a id=\"i\" href=\"h\" class=\"c\">a</a>")
  }

  @Test(arguments: [(1, "h1"), (2, "h2"), (3, "h3"), (4, "h4"), (5, "h5"), (6, "h6"), (7, "h6")])
  func headingsHaveSixLevels(level: Int, name: String) {
    #expect(HTML<Flow>.heading(level, [], "a").string == "<\(name)>a</\(name)>")
  }

  @Test func elementsThatCannotHoldAnythingEndInOneOfTwoWays() {
    #expect(HTML<Flow>.hr().string == "<hr>" && HTML<Flow>.hr(.xhtml).string == "<hr />")
    #expect(HTML<Phrasing>.br().string == "<br>" && HTML<Phrasing>.br(.xhtml).string == "<br />")
    #expect(HTML<Phrasing>.img([.src("a")]).string == "<img src=\"a\">")
    #expect(HTML<Phrasing>.img([.src("a")], .xhtml).string == "<img src=\"a\" />")
    #expect(HTML<Phrasing>.input([.type("radio")]).string == "<input type=\"radio\">")
  }

  @Test func documentBeginsWithItsType() {
    let page: HTML<Document> = .html(
      [.lang("en")],
      .head(
        .meta([.charset("utf-8")]), .title("a < b"), .link([.rel("icon"), .href("i")]),
        .script([.src("s")])),
      .body([.class("c")], .p([], "t")))
    #expect(
      page.string == "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<title>a &lt; b</title><link rel=\"icon\" href=\"i\"><script src=\"s\"></script></head>"
        + "<body class=\"c\"><p>t</p></body></html>")
  }
}
