/// How a checked value must stand to what is written.
public enum Relation: String, CaseIterable, Hashable, Sendable {
  case approximately = "≈"
  case equal = "="
  case notEqual = "≠"
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"

  /// The spellings that an author may use, longest first.
  static let spellings: [(String, Relation)] = [
    ("~=", .approximately), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
    ("≈", .approximately), ("=", .equal), ("≠", .notEqual), ("<", .less), ("≤", .lessOrEqual),
    (">", .greater), ("≥", .greaterOrEqual),
  ]
}
