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

/// A check in a block of code: the value before a trailing comment must be as the comment says.
public struct Check: Sendable {
  /// The place among the checks of its block.
  public let index: Int
  public let expectation: Expectation
  /// The comment, or the comments of a check over several lines.
  public let comments: [CodeSpan]
  /// What is checked.
  public let subject: Subject
  /// The source of what is checked, as reports show it.
  public let source: String
  /// Where the expected value is written in the Markdown file.
  public let position: SourcePosition
  /// How many columns the expected value takes on its first line.
  public let width: Int

  public enum Subject: Hashable, Sendable {
    /// An expression statement, which becomes an argument of the recording call.
    case expression(CodeSpan)
    /// A variable's value after the statement that ends at the offset.
    case variable(String, after: Int)
  }
}

/// A relation and what is written after it: `≈ 0.101 ± 1e-3`.
public struct Expectation: Hashable, Sendable {
  public let relation: Relation
  public let value: ExpectedValue
  /// What `±` allows; nil when the precision is as written.
  public let tolerance: Tolerance?
  /// The text after the relation, on one line.
  public let text: String

  public enum Tolerance: Hashable, Sendable {
    case absolute(Double)
    case percent(Double)
  }
}

/// A claim in prose: an inline code span, or a comment that GitHub does not show.
public struct Claim: Sendable {
  /// The place among the claims of the lesson.
  public let index: Int
  public let expectation: Expectation
  /// The Swift expression that is evaluated.
  public let expression: String
  /// Where the expression starts in the Markdown file.
  public let expressionPosition: SourcePosition
  /// Where the expected value is written.
  public let position: SourcePosition
  public let width: Int
  /// The Swift block after which it is evaluated; nil when none comes before.
  public let afterBlock: Int?
  public let form: Form

  public enum Form: Hashable, Sendable {
    case codeSpan
    /// `<!-- check: … -->`: the number as written must stand in the text before it.
    case comment
  }
}
