import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct CheckMarkTests {
  @Test func buttonSaysAllThatTheMarkShows() {
    let mark = CheckMark(
      CheckedValue(expected: "0.5", computed: "0.25 < \"1\"", passed: false), .lessOrEqual)
    #expect(mark.label == "failed: expected ≤ 0.5, computed 0.25 < \"1\"")
    #expect(
      mark.button.string == "<button type=\"button\" class=\"tick\" aria-label=\"failed: "
        + "expected ≤ 0.5, computed 0.25 &lt; &quot;1&quot;\">✗</button>")
    #expect(
      mark.revealed.string == "<span class=\"computed\" aria-hidden=\"true\">"
        + "<span>computed 0.25 &lt; &quot;1&quot;</span></span>")
  }

  @Test func valuesOfOneFormulaAreToldApartByWhatWasExpected() {
    let mark = CheckMark([
      CheckedValue(expected: "1", computed: "1.0", passed: true),
      CheckedValue(expected: "2", computed: nil, passed: false),
    ])
    #expect(mark.cssClass == "fail")
    #expect(mark.label == "failed: expected 1, computed 1.0; expected 2, not reached")
    #expect(mark.revealed.string.contains("<span>1: computed 1.0</span><span>not reached</span>"))
  }

  @Test func lastWordOfAClaimStaysWithItsMark() {
    let mark = CheckMark([CheckedValue(expected: "1", computed: "1", passed: true)])
    #expect(
      mark.html(ofClaim: "a  = 1").string.hasPrefix(
        "<span class=\"claim pass\"><code>a  = <span class=\"last\">1<button"))
    #expect(mark.html(ofClaim: "a").string.contains("<code><span class=\"last\">a<button"))
  }
}
