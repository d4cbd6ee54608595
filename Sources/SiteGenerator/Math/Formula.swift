/// A formula in TeX, and whether it stands on a line of its own.
struct Formula: Hashable {
  var tex: String
  var display: Bool

  /// What a fragment in the cache is found by.
  var key: String { (display ? "display\n" : "inline\n") + tex }

  init(tex: String, display: Bool) {
    self.tex = tex
    self.display = display
  }

  /// The formula of a key, or nil where the fragment is something else.
  init?(key: String) {
    if key.hasPrefix("display\n") {
      self.init(tex: String(key.dropFirst("display\n".count)), display: true)
    } else if key.hasPrefix("inline\n") {
      self.init(tex: String(key.dropFirst("inline\n".count)), display: false)
    } else {
      return nil
    }
  }
}

/// What KaTeX made of a formula.
enum RenderedFormula: Hashable {
  case html(String)
  /// `offset` counts UTF-16 units from the formula's start; nil where KaTeX cannot say.
  case mistake(message: String, offset: Int?)
}
