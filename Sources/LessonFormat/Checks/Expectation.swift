/// A relation and what is written after it: `≈ 0.101 ± 1e-3`.
public struct Expectation: Hashable, Sendable {
  /// How the value must stand to what is written.
  public let relation: Relation
  /// What is written, without the tolerance.
  public let value: ExpectedValue
  /// What `±` allows; nil when the precision is as written.
  public let tolerance: Tolerance?
  /// The text after the relation, on one line.
  public let text: String
  /// The labels of the tuples in it, in order.
  var labels: [String] = []

  /// How far a value may be off.
  public enum Tolerance: Hashable, Sendable {
    /// By at most this much.
    case absolute(Double)
    /// By at most so many hundredths of the number that is written.
    case percent(Double)
  }
}
