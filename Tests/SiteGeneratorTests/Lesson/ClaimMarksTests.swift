import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct ClaimMarksTests {
  private func html(_ text: String) -> String {
    let lesson = SampleCourse.lesson("```swift\nlet x = 1\n```\n\n\(text)\n")
    let result = PretendRun().result(of: lesson)
    var body = LessonBody(
      result, links: LessonLinks(lessons: []), formula: { .html("<i>\($0.tex)</i>") },
      listing: { $0.code }, caption: { $0 })
    return Prose.html(Array(body.lowered().dropFirst()))
  }

  @Test func claimInACodeSpanHasItsMark() {
    let html = html("It is `x ≈ 0.5` here, and `y` is code.")
    #expect(
      html.contains(
        "<span class=\"claim pass\"><code>x ≈ <span class=\"last\">0.5<button type=\"button\""))
    #expect(html.contains("aria-label=\"verified: expected 0.5, computed 0.5\""))
    #expect(html.contains("<code>y</code>"))
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
}
