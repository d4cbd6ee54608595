import FileSystem
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

  /// TeX is a programming language.
  private static let tooMuch = [
    String(repeating: "{", count: 3000) + "x" + String(repeating: "}", count: 3000),
    "\\edef\\a{x}" + String(repeating: "\\edef\\a{\\a\\a}", count: 30) + "\\a",
    "\\def\\a{\\a\\a}\\a",
    String(repeating: "x_{", count: 3000) + String(repeating: "}", count: 3000),
    String(repeating: "\\begin{matrix}", count: 500)
      + String(repeating: "\\end{matrix}", count: 500),
    String(repeating: "x+", count: 9_000) + "x", String(repeating: "x", count: 30_000),
    "\\raisebox{-9999em}{x}", "\\kern-999em x", "\\\\[-99cm] x",
    "\\kern-1000000000000000000000em x", "\\kern-30em x \\kern-30em y",
  ]

  @Test func formulasThatTakeTooMuchAreMistakesAndTheOthersAreTypeset() throws {
    let formulas = Self.tooMuch.flatMap { ["x", $0] } + ["y"]
    let rendered = try katex.render(formulas.map { Formula(tex: $0, display: true) })
    #expect(rendered.count == formulas.count)
    for (index, formula) in rendered.enumerated() {
      if case .typeset = formula {
        #expect(index.isMultiple(of: 2))
      } else {
        #expect(!index.isMultiple(of: 2))
      }
    }
  }

  @Test func aLengthIsNotBeyondAPage() throws {
    let rendered = try katex.render([
      Formula(tex: "\\rule{9999em}{1em} \\kern-20em x", display: false)
    ])
    guard case .typeset(_, let visible) = rendered[0] else {
      Issue.record("\(rendered)")
      return
    }
    #expect(visible.contains("border-right-width:50em"))
  }

  @Test(arguments: ["\\text{a\u{202E}b}", "\\char\"202E", "\\text{\u{9B}}"])
  func controlCharactersAreShown(tex: String) throws {
    guard
      case .typeset(let mathML, let visible) = try katex.render([Formula(tex: tex, display: false)]
      )[0]
    else {
      Issue.record("it is not typeset")
      return
    }
    #expect((mathML + visible).contains("\u{2426}"))
    #expect(!(mathML + visible).unicodeScalars.contains { ["\u{202E}", "\u{9B}"].contains($0) })
  }

  @Test(arguments: [
    "\\href{javascript:a}{b}", "\\url{javascript:a}", "\\htmlStyle{position:fixed}{a}",
    "\\htmlClass{skip}{a}", "\\includegraphics{https://a.b/c.png}", "\\text{<script>a</script>}",
  ])
  func aFormulaHasNeitherAddressesNorStylesOfItsOwn(tex: String) throws {
    guard
      case .typeset(let mathML, let visible) = try katex.render([Formula(tex: tex, display: false)]
      )[0]
    else { return }
    for mark in ["<a ", "<img", "<script", "href=", "style=\"position", "class=\"enclosing skip"] {
      #expect(!(mathML + visible).contains(mark))
    }
  }

  /// What takes all memory ends Node itself.
  @Test func theFormulaThatEndsNodeIsAMistakeAndTheOthersAreTypeset() throws {
    let script = """
      const fs = require("fs"), together = Number(process.argv[3]);
      const lines = fs.readFileSync(0, "utf8").split("\\n").filter((line) => line !== "");
      for (let index = 0; index < lines.length; index += together) {
        for (const line of lines.slice(index, index + together)) {
          if (JSON.parse(line).tex === "die") process.abort();
        }
        fs.writeSync(1, lines.slice(index, index + together).map(() => "ok 1 1\\nab").join(""));
      }
      """
    try withScratch { folder in
      try Files.write(script, at: folder + "/katex-render.js")
      try Files.write("", at: folder + "/katex.js")
      let tex = ["a", "die", "b", "c", "die"]
      let rendered = try KaTeX(assets: folder, folder: folder)
        .render(tex.map { Formula(tex: $0, display: false) })
      let isMistake = rendered.map { if case .mistake = $0 { true } else { false } }
      #expect(isMistake == tex.map { $0 == "die" })
    }
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
