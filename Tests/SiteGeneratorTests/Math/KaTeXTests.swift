import LessonFormat
import Testing

@testable import SiteGenerator

struct KaTeXTests {
  @Test func formulasComeBackInOrderAsHTMLWithMathML() throws {
    let rendered = try KaTeX(assets: Checkout.assets).render([
      Formula(tex: "x^2 \\\"", display: false), Formula(tex: "\\sigma", display: true),
      Formula(tex: "ж\u{1F600}", display: false),
    ])
    #expect(rendered.count == 3)
    guard case .mistake = rendered[0], case .html(let display) = rendered[1] else {
      Issue.record("\(rendered)")
      return
    }
    #expect(display.hasPrefix("<span class=\"katex-display\"><span class=\"katex\">"))
    #expect(
      display.contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"))
  }

  @Test func mistakeSaysWhatAndWhere() throws {
    let rendered = try KaTeX(assets: Checkout.assets).render([
      Formula(tex: "a + \\frac{1}{", display: false)
    ])
    guard case .mistake(let message, let offset) = rendered[0] else {
      Issue.record("\(rendered)")
      return
    }
    #expect(message.contains("expected '}'"))
    #expect(offset == 13)
  }

  @Test func functionNameInAnIndexIsOneChild() throws {
    let rendered = try KaTeX(assets: Checkout.assets).render([
      Formula(tex: "\\lambda_{\\min}^2 \\max x", display: false)
    ])
    guard case .html(let html) = rendered[0] else {
      Issue.record("\(rendered)")
      return
    }
    #expect(html.contains("<msubsup><mi>λ</mi><mi>min</mi><mn>2</mn></msubsup>"))
    #expect(html.contains("<mi>max</mi><mo>\u{2061}</mo>"))
  }

  @Test func severalPipesFullOfFormulasAreRendered() throws {
    let formulas = (0..<800).map {
      Formula(tex: "\\sum_{i=0}^{\($0)} \\frac{x_i}{y_i}", display: true)
    }
    #expect(try KaTeX(assets: Checkout.assets).render(formulas).count == 800)
  }

  @Test func missingKaTeXIsNamedWithItsPackage() {
    let katex = KaTeX(assets: Checkout.assets, folder: "/nonexistent")
    #expect(throws: SiteError.missingTool(name: "KaTeX", package: "libjs-katex fonts-katex")) {
      try katex.render([Formula(tex: "x", display: false)])
    }
  }

  @Test func findingStandsAtTheLineOfTheFile() throws {
    let lesson = SampleCourse.lesson(
      """
      ---
      title: T
      ---

      Text with $x$ and $\\fra{1}{2}$.

      $$
      a = b \\\\
      c = \\unknown{d}
      $$

      """)
    let findings = try SampleCourse.generator().formulaFindings(in: [lesson])
    #expect(findings.map(\.position.line) == [5, 9])
    #expect(findings.map(\.position.column) == [20, 5])
    #expect(findings[0].file == "lessons/sums.md")
    #expect(findings[0].message.contains("Undefined control sequence: \\fra"))
  }
}
