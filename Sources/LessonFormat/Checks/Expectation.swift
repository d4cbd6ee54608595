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
