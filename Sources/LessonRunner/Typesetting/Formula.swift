/// A formula in TeX, and whether it stands on a line of its own.
public struct Formula: Hashable, Sendable {
  /// The source.
  public var tex: String
  /// Whether it stands on a line of its own.
  public var display: Bool

  /// A formula of this source.
  public init(tex: String, display: Bool) {
    self.tex = tex
    self.display = display
  }

  /// Whether it can do without a line break within it, and so keep the punctuation behind it.
  public var isShort: Bool { !display && tex.utf8.count <= 48 }
}

/// What KaTeX made of a formula.
public enum TypesetFormula: Hashable, Sendable {
  /// Finished HTML: the formula as MathML, which screen readers speak, and as what is seen.
  case typeset(mathML: String, visible: String)
  /// Why it can't be typeset; `offset` counts UTF-16 units from the formula's start; nil where KaTeX cannot say.
  case mistake(message: String, offset: Int?)
}
