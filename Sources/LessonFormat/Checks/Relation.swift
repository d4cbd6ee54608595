/// How a checked value must stand to what is written.
public enum Relation: String, CaseIterable, Hashable, Sendable {
  /// Within half a unit of the last place written, or within the tolerance.
  case approximately = "≈"
  /// The same number, or the same text.
  case equal = "="
  /// Another number or text.
  case notEqual = "≠"
  /// Less than the number written.
  case less = "<"
  /// At most the number written.
  case lessOrEqual = "≤"
  /// More than the number written.
  case greater = ">"
  /// At least the number written.
  case greaterOrEqual = "≥"

  /// The spellings that an author may use, longest first.
  static let spellings: [(String, Relation)] = [
    ("~=", .approximately), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("==", .equal),
    ("!=", .notEqual),
    ("≈", .approximately), ("=", .equal), ("≠", .notEqual), ("<", .less), ("≤", .lessOrEqual),
    (">", .greater), ("≥", .greaterOrEqual),
  ]
}
