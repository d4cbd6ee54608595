import LessonFormat
import Testing

@testable import LessonRunner
@testable import SiteGenerator

struct LineRenderingTests {
  private func html(_ text: String) -> String {
    let lesson = SampleCourse.lesson("```swift\nlet x = 1\n```\n\n\(text)\n")
    let judgement = PretendRun().judgement(of: lesson)
    var collector = FormulaCollector()
    collector.collect(lesson)
    let typeset = collector.occurrences.map {
      ($0.formula, TypesetFormula.typeset(mathML: "", visible: "<i>\($0.formula.tex)</i>"))
    }
    let verified = VerifiedLesson(
      judgement, typeset: Dictionary(typeset) { first, _ in first }, symbols: nil)
    let page = PageContext(links: LessonLinks(lessons: ["sums"]))
    return LessonRenderer(style: .page(page)).html(Array(verified.content.dropFirst())).string
  }

  @Test func claimInACodeSpanHasItsMark() {
    let html = html("It is `x ≈ 0.5` here, and `y` is code.")
    #expect(
      html.contains(
        "<span class=\"claim pass\"><code>x ≈ <span class=\"last\">0.5<button type=\"button\""))
    #expect(html.contains("aria-label=\"verified: expected 0.5, computed 0.5\""))
    #expect(html.contains("<code>y</code>"))
  }

  @Test func controlCharactersAreShownInTextAndInRawHTML() {
    let html = html(
      "a\u{1B}\u{202E}b <kbd>c\u{9B}</kbd> `d\u{7F}`\n\n<details><summary>e\u{2066}</summary></details>"
    )
    #expect(
      html.contains("a␛␦b <kbd>c␦</kbd> <code>d␡</code>") && html.contains("<summary>e␦</summary>"))
  }

  @Test func numberBeforeACommentIsMarkedAndTheCommentGoes() {
    let html = html("First 1.5, then -0.25 <!-- check: x ≈ -0.25 -->, then 2.5.")
    #expect(html.contains("then <span class=\"mark pass\">-0.25<button"))
    #expect(html.contains("</span>, then 2.5."))
    #expect(!html.contains("<!--"))
  }

  @Test func numberInATableIsMarkedWhereItStands() {
    let html = html("| a | b |\n|---|---|\n| 0.12 | 0.123 |\n\n<!-- check: x ≈ 0.12 -->")
    #expect(html.contains("<td><span class=\"mark pass\">0.12<button"))
    #expect(html.contains("<td>0.123</td>"))
  }

  @Test func formulaIsMarkedOnceForAllItsNumbers() {
    let html = html(
      "$$\nz = 0.21 + 0.47\n$$\n\n<!-- check: x ≈ 0.21 -->\n<!-- check: y ≈ 0.47 -->")
    #expect(html.ranges(of: "<button").count == 1)
    #expect(html.contains("expected 0.21, computed 0.21; expected 0.47, computed 0.47"))
  }

  @Test func trueMinusSignStandsForTheHyphen() {
    #expect(html("So −0.5.\n\n<!-- check: x ≈ -0.5 -->").contains("pass\">−0.5<button"))
  }

  @Test func ordinaryCommentsStay() {
    #expect(html("Text. <!-- a note -->").contains("<!-- a note -->"))
  }

  @Test func numberInACodeSpanIsMarkedBehindTheSpan() {
    #expect(
      html("It is `y = 0.5`.\n\n<!-- check: x ≈ 0.5 -->").contains(
        "<code>y = 0.5</code><button"))
  }

  @Test func claimWhoseNumberStandsNowhereHasAMarkOfItsOwn() {
    let html = html("Nothing.\n\n<!-- check: x ≈ 0.5 -->")
    #expect(html.contains("<p class=\"marks\"><span class=\"mark pass\"><button"))
  }

  @Test func shortFormulaKeepsThePunctuationBehindIt() {
    #expect(html("Let $a$, then.").contains("<span class=\"together\"><span class=\"katex\">"))
    #expect(html("Let $a$, then.").contains("</span>,</span> then.</p>"))
    #expect(!html("Let $a$ then.").contains("together"))
    let long = String(repeating: "a", count: 49)
    #expect(!html("Let $\(long)$, then.").contains("together"))
  }

  @Test func formulaInALineBesideTheTextDoesNot() {
    let renderer = LessonRenderer(style: .page(PageContext(links: LessonLinks(lessons: []))))
    let formula = Formula(tex: "a", display: false)
    let text = LessonText(
      "Let $a$, then.", typeset: [formula: .typeset(mathML: "", visible: "a")])
    #expect(renderer.line(text.nodes).string.contains("together"))
    #expect(!renderer.line(text).string.contains("together"))
  }

  @Test func linksToLessonsLeadToTheirPagesAndOthersStay() {
    #expect(
      html("[a](sums.md#b) [c](d.md \"<t>\")").contains(
        "<a href=\"sums.html#b\">a</a> <a href=\"d.md\" title=\"&lt;t&gt;\">c</a>"))
  }

  @Test func addressesThatRunCodeAreDropped() {
    #expect(html("[a](<javascript:b>)").contains("<a href=\"\">a</a>"))
  }

  @Test func imageIsDescribedByItsTextWithoutMarkup() {
    #expect(html("![a *b* `c`](d.png)").contains("<img src=\"d.png\" alt=\"a b c\" />"))
  }

  @Test func labelHasMarkupButNoLinksNotesImagesAndMarks() throws {
    let text = "## A *b* [c](d.md) `x = 1` `e` ![f](g)[^1]<kbd>h</kbd> ~~i~~ **j**\n\n[^1]: Note.\n"
    guard case .prose(let heading)? = try SampleCourse.verified(text).content.first else {
      Issue.record("no heading")
      return
    }
    let renderer = LessonRenderer(style: .page(PageContext(links: LessonLinks(lessons: []))))
    #expect(
      renderer.label(heading.children).string
        == "A <em>b</em> c <code>x = 1</code> <code>e</code> h <del>i</del> <strong>j</strong>")
  }
}
