import LessonRunner
import Markup

/// A typeset formula on the page, or its source where it cannot be typeset.
struct MathView {
  let formula: Formula
  /// nil where nothing was typeset.
  let typeset: TypesetFormula?

  /// What screen readers are given of a formula.
  enum Speech {
    case mathML
    /// The signs that are seen.
    case visible
  }

  func html(speaks speech: Speech = .mathML) -> HTML<Phrasing> {
    switch typeset {
    case .typeset(let mathML, let visible):
      let html: HTML<Phrasing> = .span(
        [.class("katex")],
        .span(
          [.class("katex-mathml")] + (speech == .visible ? [.ariaHidden] : []), .trusted(mathML)),
        .span(
          [.class("katex-html")] + (speech == .mathML ? [.ariaHidden] : []), .trusted(visible)))
      return formula.display ? .span([.class("katex-display")], html) : html
    case .mistake(let message, _):
      return .code([.class("bad-math"), .title(message)], .text(formula.tex))
    case nil: return .code([.class("bad-math"), .title("not typeset")], .text(formula.tex))
    }
  }
}
