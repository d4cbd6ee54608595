import LessonFormat

/// The last line of a report.
public struct ReportSummary: Sendable {
  /// How many lessons were verified.
  public var lessons: Int
  /// How many checks there were, of all files.
  public var checks: Int
  /// Those that hold, warnings among them.
  public var passed: Int
  /// Those that do not hold, consequences of others among them.
  public var failed: Int
  /// Those that were not run because the lesson says so.
  public var skipped: Int
  /// The decimal numbers of the text: those that are computed, those that are given, and those
  /// that nothing backs.
  public var numbers: (checked: Int, given: Int, unverified: Int)
  /// How long it took, in seconds of wall-clock time.
  public var seconds: Double

  /// Counts the checks of some files.
  public init(_ files: [FileReport], seconds: Double) {
    let checks = files.flatMap(\.checks)
    lessons = files.count { $0.subject == .lesson }
    self.checks = checks.count
    passed = checks.count { $0.status == .pass || $0.status == .warning }
    failed = checks.count { $0.status == .fail }
    skipped = checks.count { $0.status == .skipped }
    // Of a report that was joined from others, nothing but the name of what backs a number is known.
    let numbers = checks.filter { $0.kind == .number }
    let backing = numbers.map { ProseNumber.Backing(rawValue: $0.actual) }
    self.numbers = (
      checked: backing.count { $0 == .checked }, given: backing.count { $0 == .given },
      unverified: numbers.count { $0.rule == .unverifiedNumber }
    )
    self.seconds = seconds
  }
}
