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
  /// The decimal numbers that readers see, by what backs them.
  public var numbers: NumberCount
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
    numbers = NumberCount(checks)
    self.seconds = seconds
  }
}
