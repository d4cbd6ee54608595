import Testing

@testable import LessonFormat

@Suite struct RawHTMLTests {
  @Test func tagsTextAndCommentsAreTold() {
    #expect(
      RawHTML.pieces(of: "a<!-- b --><Td ColSpan=\"2\" open>c</td >&lt;") == [
        .text("a"), .comment("<!-- b -->"),
        .open("td", [.init(name: "colspan", value: "2"), .init(name: "open", value: "")]),
        .text("c"), .close("td"), .text("&lt;"),
      ])
    #expect(RawHTML.pieces(of: "<br/><br />") == [.open("br", []), .open("br", [])])
    #expect(RawHTML.pieces(of: "") == [])
  }

  @Test(arguments: [
    "<", "<a", "< a>", "<1>", "</>", "</a b>", "<//a>", "<a b=\"c>\">", "<a b=c d=\"", "<a b = c>",
    "<a b b>", "<a:b>", "<a b='c\">", "<!x>", "<?x?>", "<![CDATA[x]]>", "<!-->", "<!--->",
    "<!-- a --!> -->", "<!-- a", "<a\u{0}>", "<a/b>",
  ])
  func whatBrowsersMayReadOtherwiseIsRefused(html: String) {
    #expect(RawHTML.pieces(of: html) == nil)
  }

  @Test func commentsAreTakenOutAndLinesStay() {
    let (html, comments) = RawHTML.dividedFromComments("<p>\n<!-- a\nb -->c<!-- d -->\n<!-- e")
    #expect(html == "<p>\n\nc\n<!-- e")
    #expect(comments == "<!-- a\nb -->\n<!-- d -->\n")
  }
}
