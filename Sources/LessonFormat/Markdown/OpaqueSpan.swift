/// A stretch of inline content that libcmark must not look into: math, a footnote reference.
struct OpaqueSpan {
  enum Kind {
    case math(String, display: Bool)
    /// A reference to the footnote with this place among the definitions.
    case footnote(Int)
  }

  var range: Range<Int>
  var kind: Kind
}
