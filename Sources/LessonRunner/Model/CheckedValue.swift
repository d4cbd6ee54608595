/// A check or claim beside the value that came.
public struct CheckedValue: Hashable, Sendable {
  public var expected: String
  /// The value computed, in full precision; nil when it was never reached.
  public var actual: String?
  public var passed: Bool
  /// Whether it was reached more than once, with other values.
  public var varies: Bool

  public init(expected: String, actual: String?, passed: Bool, varies: Bool = false) {
    self.expected = expected
    self.actual = actual
    self.passed = passed
    self.varies = varies
  }
}
