/// A check in a block of code: the value before a trailing comment must be as the comment says.
public struct Check: Sendable {
  /// The place among the checks of its block.
  public let index: Int
  /// What the value must be.
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

  /// Where the value that is checked comes from.
  public enum Subject: Hashable, Sendable {
    /// An expression statement, which becomes an argument of the recording call.
    case expression(CodeSpan)
    /// A variable's value after the statement that ends at the offset.
    case variable(String, after: Int)
  }
}
