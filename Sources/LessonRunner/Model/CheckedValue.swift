/// A check or claim beside the value that came.
public struct CheckedValue: Hashable, Sendable {
  /// The value as written.
  public var expected: String
  /// The value computed, in full precision; nil when it was never reached.
  public var actual: String?
  /// Whether what came is as expected.
  public var passed: Bool
  /// Whether it was reached more than once, with other values.
  public var varies: Bool

  /// A value beside what is expected.
  public init(expected: String, actual: String?, passed: Bool, varies: Bool = false) {
    self.expected = expected
    self.actual = actual
    self.passed = passed
    self.varies = varies
  }
}
