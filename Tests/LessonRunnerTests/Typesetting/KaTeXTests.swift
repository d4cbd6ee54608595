import Testing

@testable import LessonRunner

struct KaTeXTests {
  private let katex = KaTeX(assets: TestCourse.assets)

  @Test func formulasComeBackInOrderAsHTMLWithMathML() throws {
    let rendered = try katex.render([
      Formula(tex: "x^2 \\\"", display: false), Formula(tex: "\\sigma", display: true),
      Formula(tex: "ж\u{1F600}", display: false),
    ])
    #expect(rendered.count == 3)
    guard case .mistake = rendered[0], case .typeset(let mathML, let visible) = rendered[1] else {
      Issue.record("\(rendered)")
      return
    }
    #expect(
      mathML.hasPrefix("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"))
    #expect(mathML.hasSuffix("</math>"))
    #expect(visible.hasPrefix("<span class=\"base\">") && visible.contains("σ"))
  }

  @Test func mistakeSaysWhatAndWhere() throws {
    let rendered = try katex.render([
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
    let rendered = try katex.render([
      Formula(tex: "\\lambda_{\\min}^2 \\max x", display: false)
    ])
    guard case .typeset(let html, _) = rendered[0] else {
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
    #expect(try katex.render(formulas).count == 800)
  }

  @Test func missingKaTeXIsNamedWithItsPackage() {
    let katex = KaTeX(assets: TestCourse.assets, folder: "/nonexistent")
    #expect(throws: TypesettingError.missingTool(name: "KaTeX", package: "libjs-katex fonts-katex"))
    {
      try katex.render([Formula(tex: "x", display: false)])
    }
  }

  @Test func missingScriptIsNamed() {
    let path = "/nonexistent/katex-render.js"
    #expect(throws: TypesettingError.unreadable(path: path, reason: "No such file")) {
      try KaTeX(assets: "/nonexistent").render([Formula(tex: "x", display: false)])
    }
  }

  @Test func noFormulasNeedNoKaTeX() throws {
    #expect(try KaTeX(assets: "/nonexistent", folder: "/nonexistent").render([]).isEmpty)
  }
}
