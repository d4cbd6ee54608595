import LessonFormat

/// How many decimal numbers a reader sees, by what backs them.
public struct NumberCount: Hashable, Sendable {
  /// Those that a check, a claim or verified output has, or that stand in a text built from values.
  public private(set) var computed = 0
  /// Those that stand as numeric literals in code that ran.
  public private(set) var inputs = 0
  /// Those that the front matter lists.
  public private(set) var given = 0
  /// Those that nothing backs.
  public private(set) var unverified = 0

  /// Counts the numbers among some checks. Of a report that was joined from others, nothing but the name
  /// of what backs a number is known.
  public init(_ checks: some Sequence<CheckResult>) {
    for check in checks where check.kind == .number {
      switch ProseNumber.Backing(rawValue: check.actual) {
      case .computed: computed += 1
      case .input: inputs += 1
      case .given: given += 1
      case .none?, nil: unverified += 1
      }
    }
  }

  /// All of them.
  public var total: Int { computed + inputs + given + unverified }

  /// The counts apart: `371 computed, 27 inputs, 14 given`.
  public var words: String {
    "\(computed) computed, \(inputs) input\(inputs == 1 ? "" : "s"), \(given) given"
      + (unverified > 0 ? ", \(unverified) unverified" : "")
  }
}
