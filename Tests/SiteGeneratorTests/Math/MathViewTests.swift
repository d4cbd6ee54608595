import LessonRunner
import Testing

@testable import SiteGenerator

struct MathViewTests {
  private let typeset = TypesetFormula.typeset(mathML: "<math>x</math>", visible: "<i>x</i>")

  @Test func formulaIsSpokenAsMathMLAndSeenAsHTML() {
    let view = MathView(formula: Formula(tex: "x", display: false), typeset: typeset)
    #expect(
      view.html().string
        == "<span class=\"katex\"><span class=\"katex-mathml\"><math>x</math></span>"
        + "<span class=\"katex-html\" aria-hidden=\"true\"><i>x</i></span></span>")
    #expect(
      view.html(speaks: .visible).string
        == "<span class=\"katex\"><span class=\"katex-mathml\" aria-hidden=\"true\">"
        + "<math>x</math></span><span class=\"katex-html\"><i>x</i></span></span>")
  }

  @Test func formulaOnALineOfItsOwnHasAnElementAroundIt() {
    let view = MathView(formula: Formula(tex: "x", display: true), typeset: typeset)
    #expect(view.html().string.hasPrefix("<span class=\"katex-display\"><span class=\"katex\">"))
  }

  @Test func formulaThatCannotBeTypesetIsItsSourceWithTheReason() {
    let formula = Formula(tex: "a<b", display: true)
    #expect(
      MathView(formula: formula, typeset: .mistake(message: "no \"b\"", offset: 2)).html().string
        == "<code class=\"bad-math\" title=\"no &quot;b&quot;\">a&lt;b</code>")
    #expect(
      MathView(formula: formula, typeset: nil).html().string
        == "<code class=\"bad-math\" title=\"not typeset\">a&lt;b</code>")
  }
}
