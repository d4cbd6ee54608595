import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct BlockRenderingTests {
  private func html(_ text: String, detachedFrom id: String? = nil) throws -> String {
    let links = LessonLinks(lessons: ["sums", "other"])
    let renderer = LessonRenderer(style: .page(PageContext(links: links, detachedFrom: id)))
    return renderer.html(try SampleCourse.verified(text).content).string
  }

  @Test func headingHasALinkToItselfWithItsWordsForAName() throws {
    #expect(
      try html("## A *b*\n") == "<h2 id=\"a-b\">A <em>b</em><a class=\"anchor\" href=\"#a-b\" "
        + "aria-label=\"Link to this section: A b\">#</a></h2>\n")
  }

  @Test func textOnAnotherPageHasNoAnchorsAndItsLinksLeadBack() throws {
    #expect(
      try html("## A\n\n[b](#a) [c](other.md#d) e[^1]\n\n[^1]: Note.\n", detachedFrom: "sums")
        .hasPrefix(
          "<p><strong>A</strong></p>\n<p><a href=\"sums.html#a\">b</a> "
            + "<a href=\"other.html#d\">c</a> e</p>\n"))
  }

  @Test func tableScrollsAndItsHeadsHaveAScope() throws {
    #expect(
      try html("| a | |\n|--:|---|\n| 1 | 2 |\n") == """
        <div class="table scroll" role="region" tabindex="0" aria-label="Table, line 1">
        <table>
        <thead>
        <tr>
        <th scope="col" class="right">a</th>
        <td></td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="right">1</td>
        <td>2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func headOfAColumnThatIsAFormulaIsSpokenAsItIsSeen() throws {
    let html = try html("| $a$ | b $c$ |\n|---|---|\n")
    #expect(
      html.contains(
        "<th scope=\"col\"><span class=\"katex\"><span class=\"katex-mathml\" aria-hidden"))
    #expect(
      html.contains("<th scope=\"col\">b <span class=\"katex\"><span class=\"katex-mathml\"><math"))
  }

  @Test func codeThatIsNotSwiftScrollsUnderItsLanguagesName() throws {
    #expect(
      try html("```c\na < b\n```\n") == "<div class=\"block\"><div class=\"listing scroll\" "
        + "role=\"region\" tabindex=\"0\" aria-label=\"c, line 1\"><pre><code>a &lt; b\n"
        + "</code></pre></div></div>\n")
    #expect(try html("    plain\n").contains("aria-label=\"text, line 1\""))
  }

  @Test func blockOfMathScrolls() throws {
    #expect(
      try html("Text.\n\n$$\na\n$$\n").contains(
        "<div class=\"math scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Formula, line 3\">"
          + "<span class=\"katex-display\">"))
  }

  @Test func footnotesStandTogetherUnderAHeading() throws {
    let html = try html("a[^x] b[^y] c[^x]\n\n[^x]: One.\n\n[^y]: - Two.\n")
    #expect(html.ranges(of: "<section").count == 1)
    #expect(
      html.contains(
        "<section class=\"footnotes\" aria-labelledby=\"lesson.notes\">\n<h2 id=\"lesson.notes\">Notes</h2>"
      ))
    #expect(html.contains("<a href=\"#fn.x\" id=\"fnref.x-2\" data-footnote-ref>1</a>"))
    #expect(html.contains("<li id=\"fn.x\">\n<p>One. <a href=\"#fnref.x\""))
    #expect(
      html.contains(
        "data-footnote-backref-idx=\"1-2\" aria-label=\"Back to reference 1-2\">↩<sup class=\"footnote-ref\">2</sup></a></p>"
      ))
    #expect(html.contains("</ul>\n<a href=\"#fnref.y\""))
  }

  @Test func tagsThatCannotHoldAnythingEndAsHTMLHasThem() throws {
    #expect(try html("a\\\nb\n\n***\n") == "<p>a<br>\nb</p>\n<hr>\n")
  }

  @Test func tasksAreNamedForThoseWhoDoNotSeeThem() throws {
    #expect(
      try html("- [x] a\n\n- [ ] b\n") == """
        <ul>
        <li>
        <p><input checked="" disabled="" type="checkbox" aria-label="done"> a</p>
        </li>
        <li>
        <p><input disabled="" type="checkbox" aria-label="not done"> b</p>
        </li>
        </ul>

        """)
  }

  @Test func checkOfATableStandsInTheTable() throws {
    let html = try html(
      "```swift\nlet x = 1\n```\n\n| a |\n|---|\n| 0.5 |\n\n<!-- check: x ≈ 0.5 -->\n")
    #expect(html.contains("<td><span class=\"mark pass\">0.5<button"))
    #expect(!html.contains("class=\"marks\""))
  }
}
