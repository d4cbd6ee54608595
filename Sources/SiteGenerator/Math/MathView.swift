/// A typeset formula on the page.
enum MathView {
  /// The formula, or its source where it cannot be typeset.
  static func html(_ rendered: RenderedFormula, of formula: Formula) -> String {
    switch rendered {
    case .html(let html): html
    case .mistake(let message, _):
      "<code class=\"bad-math\" title=\"\(message.escapedForPage)\">"
        + "\(formula.tex.escapedForPage)</code>"
    }
  }

  /// A formula on lines of its own, which scrolls where the screen is too narrow for it.
  static func block(_ html: String, line: Int) -> String {
    "<div class=\"math scroll\" role=\"region\" tabindex=\"0\""
      + " aria-label=\"Formula, line \(line)\">\(html)</div>\n"
  }
}
