import Testing

@testable import LessonFormat

@Suite struct HTMLScannerTests {
  /// Texts as they are, tags by their names, ends of lines as `⏎`.
  private func described(_ html: String) -> [String] {
    HTMLScanner.pieces(of: html).map { piece in
      switch piece {
      case .text(let text): text
      case .lineFeed: "⏎"
      case .tag(let name, let isEnd, let words):
        "<\(isEnd ? "/" : "")\(name)\(words.map { " \($0)" }.joined())>"
      }
    }
  }

  @Test func tagsAndTextAreApart() {
    #expect(described("<td class=\"a>b\">7.85</td>\n") == ["<td>", "7.85", "</td>", "⏎"])
    #expect(described("a < b <3 </ c") == ["a < b <3 </ c"])
    #expect(described("a<br/>b<BR>c") == ["a", "<br>", "b", "<br>", "c"])
  }

  @Test func entitiesAreWhatTheyStandFor() {
    #expect(described("&minus;1&nbsp;000.5 &nope; &#8722;") == ["−1\u{A0}000.5 &nope; −"])
  }

  @Test func ofAttributesTheWordsAreKept() {
    #expect(
      described("<img src='1.5.png' alt = \"At 0.5\" width=2.5 title=0.75>")
        == ["<img At 0.5 0.75>"])
    #expect(described("<p\ntitle=\"a\">") == ["<p a>", "⏎"])
  }

  @Test(arguments: [
    ("<!-- 0.5 -->", []), ("<!-- a\nb -->c", ["⏎", "c"]), ("<!doctype html>", []), ("<?a?>", []),
    ("<style>p{line-height:1.5}</style>", ["<style>", "</style>"]), ("<!-- never ends", []),
    ("<script>0.5", ["<script>"]), ("<a href=0.5", ["<a>"]), ("<a b='", ["<a>"]),
    ("<a b=", ["<a>"]),
  ])
  func whatNobodySeesIsLeftOut(html: String, expected: [String]) {
    #expect(described(html) == expected)
  }
}
