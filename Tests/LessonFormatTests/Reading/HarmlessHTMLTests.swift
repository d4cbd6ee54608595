import Testing

@testable import LessonFormat

@Suite struct HarmlessHTMLTests {
  /// The text of a document as a reader sees it where raw HTML is shown, and the HTML that is left.
  private func divided(_ markdown: String) -> (text: String, html: [String]) {
    var html: [String] = []
    let document = HarmlessHTML.applied(to: tree(markdown))
    document.visit { node in
      switch node.kind {
      case .htmlBlock(let raw), .htmlInline(let raw): html.append(raw)
      default: break
      }
    }
    return (document.plainText, html)
  }

  @Test(arguments: [
    "H<sub>2</sub>O", "x<sup>2<sub>i</sub></sup>", "Press <kbd>Ctrl</kbd>.", "a<br>b", "a<br/>b",
    "a<BR />b", "a <!-- note --> b", "<!-- a -- b -->", "*H<sub>2</sub>O*",
    "<details>\n<summary>More</summary>\n\nText.\n\n</details>",
    "<details open>\n<summary>More <kbd>x</kbd></summary>\nText\n</details>",
    "<details>\n\n<details>\n\na\n\n</details>\n\n</details>",
    "<table><tr><th scope=\"col\">a</th><td colspan=2>b</td></tr></table>",
    "<table>\n<caption>A</caption>\n<thead><tr><th>a</th></tr></thead>\n</table>",
    "> <details>\n>\n> a\n>\n> </details>", "<kbd>\na\n</kbd>",
  ])
  func whatDoesNoHarmStays(markdown: String) {
    let (text, html) = divided(markdown)
    #expect(!html.isEmpty)
    #expect(!text.contains("<"))
  }

  @Test(arguments: [
    "<b>bold</b>", "<a href=\"javascript:alert(1)\">a</a>", "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>", "<style>p { display: none }</style>",
    "<svg onload=alert(1)></svg>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<base href=\"//x\">",
    "<meta http-equiv=refresh content=\"0;url=//x\">", "<div>\na\n</div>", "<p>a</p>",
    "<form action=x><button>a</button></form>", "<math><mtext></mtext></math>",
    "H<sub onclick=\"x\">2</sub>O", "H<sub id=a>2</sub>O", "<kbd style=\"position:fixed\">x</kbd>",
    "<details ontoggle=\"x\" open>\na\n</details>", "<details open=\"x\">\na\n</details>",
    "<br class=a>", "<?php echo 1 ?>", "<!DOCTYPE html>", "<![CDATA[a]]>",
    "<custom-element></custom-element>", "<sub/onclick=x>2</sub>",
    "<table><tr><td onclick=x>a</td></tr></table>", "<table><td>a</td></table>",
    "<table>a</table>", "<td>a</td>", "<table background=x><tr><td>a</td></tr></table>",
    "<td colspan=99999999>a</td>",
  ])
  func anythingElseIsText(markdown: String) {
    let (text, html) = divided("\(markdown)\n")
    #expect(html.filter { !$0.hasPrefix("</sub") }.isEmpty)
    #expect(text.contains("<"))
  }

  @Test func whatIsNotClosedWhereItStandsIsText() {
    #expect(divided("a <sub>b\n\nc</sub> d").html.isEmpty)
    #expect(divided("*a <sub>b* c</sub>").html.isEmpty)
    #expect(divided("a <sub><kbd>b</sub></kbd>").html == ["<kbd>", "</kbd>"])
    #expect(divided("<details>\n\na").html.isEmpty)
    #expect(divided("a\n\n</details>").html.isEmpty)
    #expect(divided("> <details>\n\na\n\n</details>").html.isEmpty)
    #expect(divided("<summary>a</summary>").html.isEmpty)
    #expect(divided("<details>\na <summary>b</summary>\n</details>").html.isEmpty)
    #expect(divided("<details>\n<summary>a\n\nb</summary>\n</details>").html.isEmpty)
    // The one that is closed stays.
    #expect(
      divided("<details>\n\n<details>\n\na\n\n</details>").html == ["<details>\n", "</details>\n"])
  }

  @Test func aCommentThatBrowsersEndElsewhereIsText() {
    #expect(divided("<!--> <img src=x> -->").html.allSatisfy { !$0.contains("img") })
    #expect(divided("<!-- --!> <img src=x> -->\n").text.contains("<img"))
  }

  @Test(arguments: [
    "<details>\u{0600}<img src=x onerror=alert(1)></details>\n",
    "<!-- x -->\u{0338}<script>alert(1)</script> -->\n",
    "<!-->\u{0338}<script>alert(1)</script> -->\n", "a <sub>\u{0301}b</sub>\u{0600}<b>\n",
    "<details\u{0338}>\n<img src=x>\n</details>\n",
  ])
  func marksThatJoinWithOthersHideNothing(markdown: String) {
    #expect(divided(markdown).html.allSatisfy { !$0.contains("<img") && !$0.contains("<script") })
    #expect(divided(markdown).html.allSatisfy { !$0.utf8.elementsEqual("<b>".utf8) })
  }

  @Test func linesOfABlockKeepTheirPlaces() throws {
    let document = HarmlessHTML.applied(to: tree("a\n\n<div>\n\u{20}two\n</div>\n"))
    let lines = document.children[1].children.filter { $0.kind != .softBreak }
    #expect(lines.map(\.plainText) == ["<div>", " two", "</div>"])
    #expect(lines.map(\.range.start.line) == [3, 4, 5])
  }

  @Test func commentsInABlockThatIsTextStayComments() {
    let (text, html) = divided("<div>\n0.5 <!-- check: rate ≈ 0.5 -->\n</div>\n")
    #expect(html == ["<!-- check: rate ≈ 0.5 -->\n"])
    #expect(!text.contains("check"))
    let lesson = lesson(
      "```swift\nlet rate = 0.5\n```\n\n<div>\n0.5 <!-- check: rate ≈ 0.5 -->\n</div>\n")
    #expect(lesson.claims.map(\.expression) == ["rate"])
    #expect(lesson.findings.isEmpty)
  }

  @Test func aCourseMayLetAllThrough() {
    let file = SourceFile(path: "a.md", text: "# A\n\n<b onclick=x>b</b>\n")
    let raw = LessonReader.read(file, id: "a", allowsHTML: true).document
    #expect(raw.children[1].children.first?.kind == .htmlInline("<b onclick=x>"))
    #expect(LessonReader.read(file, id: "a").document.children[1].plainText.hasPrefix("<b onclick"))
  }

  @Test func titlesNeverDo() {
    #expect(MarkdownLine.plainText("a <b>c</b>") == "a <b>c</b>")
    #expect(MarkdownLine.plainText("a<sub>c</sub>") == "ac")
  }
}
