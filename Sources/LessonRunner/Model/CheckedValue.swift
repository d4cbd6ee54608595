import LessonFormat

/// A check or claim beside the value that came.
public struct CheckedValue: Hashable, Sendable {
  /// The value as written.
  public var expected: String
  /// The value computed; nil when it was never reached.
  public var computed: ComputedValue?
  /// Whether what came is as expected.
  public var passed: Bool
  /// Whether it was reached more than once, with other values.
  public var varies: Bool

  /// A value beside what is expected.
  public init(expected: String, computed: ComputedValue?, passed: Bool, varies: Bool = false) {
    self.expected = expected
    self.computed = computed
    self.passed = passed
    self.varies = varies
  }
}

extension CheckedValue {
  /// The value computed, in full precision, as a lesson writes it; nil when it was never reached.
  public var actual: String? { computed?.notation }
}
