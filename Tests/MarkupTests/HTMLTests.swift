import Testing

@testable import Markup

struct HTMLTests {
  @Test func literalsAndInterpolationsAreText() {
    let name = "<b>&\""
    let html: HTML<Phrasing> = "a < \(name)"
    #expect(html.string == "a &lt; &lt;b&gt;&amp;&quot;")
    #expect(HTML<Flow>.text(name) == "\(name)")
  }

  @Test func trustedHTMLAndNothingElseStaysAsItIs() {
    #expect(HTML<Flow>.trusted("<b>&amp;</b>").string == "<b>&amp;</b>")
    #expect(HTML<Flow>.p([], .trusted("<i>"), "<i>").string == "<p><i>&lt;i&gt;</p>")
  }

  @Test func piecesStandOneAfterTheOther() {
    var html: HTML<Phrasing> = "a" + .b([], "b")
    html += "c"
    html.add(text: "<")
    #expect(html.string == "a<b>b</b>c&lt;")
    #expect(HTML([html, html]) == html + html)
    #expect(HTML<Flow>(html).string == html.string)
    #expect(HTML<Flow>().isEmpty && !html.isEmpty)
  }

  @Test func lineIsStartedOnceAndNotAtTheBeginning() {
    var html = HTML<Flow>()
    html.startLine()
    #expect(html.isEmpty)
    html += "a"
    html.startLine()
    html.startLine()
    #expect(html.string == "a\n")
    #expect(HTML<Flow>.text("b").endingLine().string == "b\n" && html.endingLine() == html)
  }

  @Test func sequencesAreJoinedWithWhatStandsBetween() {
    let items = ["a", "<", "c"].map { HTML<Phrasing>.text($0) }
    #expect(items.joined(separator: .br()).string == "a<br>&lt;<br>c")
    #expect([HTML<Phrasing>]().joined(separator: ", ").isEmpty)
    #expect([1, 2].html { HTML<ListItems>.li([], "\($0)") }.string == "<li>1</li><li>2</li>")
  }

  @Test func textThatIsNotWellFormedUnicodeStaysText() {
    let text = String(decoding: [0x3C, 0xFF, 0x26], as: UTF8.self)
    #expect(HTML<Phrasing>.text(text).string == "&lt;\u{FFFD}&amp;")
  }
}
