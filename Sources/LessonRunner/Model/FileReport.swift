import FileSystem
import LessonFormat

/// The lines of the report about one file.
public struct FileReport: Sendable {
  /// What the file is.
  public enum Subject: Hashable, Sendable {
    /// A lesson.
    case lesson
    /// The course's own file.
    case course
    /// The table of what the course must teach.
    case coverage
    /// A source of the library that the course is about.
    case library
  }

  /// What the file is.
  public let subject: Subject
  /// The file as it was read.
  public let file: SourceFile
  /// What reports call it: a lesson's id, or the name of any other file.
  public let name: String
  /// The lines of the report, in its order.
  public let checks: [CheckResult]

  /// Whether nothing failed.
  public var passed: Bool { !checks.contains { $0.status == .fail } }

  /// A report with these lines.
  public init(_ subject: Subject, _ file: SourceFile, name: String, checks: [CheckResult]) {
    self.subject = subject
    self.file = file
    self.name = name
    self.checks = checks
  }

  /// The report on a verified lesson.
  public init(_ lesson: VerifiedLesson) {
    self.init(.lesson, lesson.lesson.file, name: lesson.id, checks: lesson.checks)
  }

  /// The report on a file with which nothing can be done, because of what is wrong with it.
  public init(
    _ subject: Subject, unusable file: SourceFile, name: String? = nil, findings: [FormatFinding]
  ) {
    let name = name ?? Files.name(of: file.path)
    self.init(
      subject, file, name: name,
      checks: CheckResult.ofText(findings, file: file, lesson: name, title: name)
        .sorted(by: CheckResult.isInOrder))
  }
}

extension CheckResult {
  /// Whether one stands before another in a report: by position, what only follows from others last.
  static func isInOrder(_ left: CheckResult, _ right: CheckResult) -> Bool {
    (left.position, left.isConsequence ? 1 : 0) < (right.position, right.isConsequence ? 1 : 0)
  }

  /// A failed check for each finding in a text, and one for the text as a whole.
  static func ofText(
    _ findings: [FormatFinding], file: SourceFile, lesson: String, title: String
  ) -> [CheckResult] {
    findings.map { finding in
      CheckResult(
        lesson: lesson, file: file.path, position: finding.position, kind: finding.kind,
        status: .fail, rule: finding.rule, source: excerpt(of: finding.source.trimmed),
        message: finding.message, remedy: finding.remedy, width: finding.width)
    } + [
      CheckResult(
        lesson: lesson, file: file.path, position: SourcePosition(line: 1, column: 1),
        kind: .lesson, status: findings.isEmpty ? .pass : .fail, rule: findings.first?.rule,
        source: excerpt(of: title), expected: "a lesson that can be read",
        actual: findings.isEmpty ? "read" : "\(findings.count) findings",
        message: findings.isEmpty ? "" : "the lesson's text has faults",
        isConsequence: !findings.isEmpty)
    ]
  }

  /// A long line is not repeated whole for each thing that is found in it.
  static func excerpt(of source: String) -> String {
    source.utf8.count <= 400 ? source : String(source.unicodeScalars.prefix(300)) + "…"
  }
}
