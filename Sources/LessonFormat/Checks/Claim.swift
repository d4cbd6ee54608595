/// A claim in prose: an inline code span, or a comment that GitHub does not show.
public struct Claim: Sendable {
  /// The place among the claims of the lesson.
  public let index: Int
  /// What the value must be.
  public let expectation: Expectation
  /// The Swift expression that is evaluated.
  public let expression: String
  /// Where the expression starts in the Markdown file.
  public let expressionPosition: SourcePosition
  /// Where the expected value is written.
  public let position: SourcePosition
  /// How many columns the expected value takes, at least 1.
  public let width: Int
  /// The Swift block after which it is evaluated; nil when none comes before.
  public let afterBlock: Int?
  /// How the claim is written.
  public let form: Form
  /// Whether it is one expression without mistakes of syntax.
  public var isSound = false
  /// The numbers that stand in the expression as literals.
  public var literals = CodeLiterals()

  /// How a claim is written.
  public enum Form: Hashable, Sendable {
    /// `expression ≈ value` in single backticks.
    case codeSpan
    /// `<!-- check: … -->`: the number as written must stand in the text before it.
    case comment
  }
}
