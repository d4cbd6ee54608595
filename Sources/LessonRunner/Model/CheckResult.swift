import LessonFormat

/// How a check ended.
public enum CheckStatus: String, Hashable, Sendable {
  /// The claim holds.
  case pass
  /// It does not, or was not reached.
  case fail
  /// Nothing was asked, for a reason that the lesson gives.
  case skipped
  /// Something to look at that keeps nothing from passing.
  case warning
}

/// One line of a report: something the lesson claims, and how the claim fared.
public struct CheckResult: Sendable {
  /// The stem of the lesson.
  public var lesson: String
  /// The path of the Markdown file, as the user would write it.
  public var file: String
  /// Where the claim stands.
  public var position: SourcePosition
  /// What the check is about.
  public var kind: CheckKind
  /// How it ended.
  public var status: CheckStatus
  /// What is wrong; nil when the check passed or was skipped.
  public var rule: Rule?
  /// The source that the check is about.
  public var source: String
  /// What should come, in words or as written.
  public var expected: String
  /// What came, in words or as computed.
  public var actual: String
  /// One sentence that says what is wrong, for a reader who is tired; empty when nothing is.
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// How many columns the caret underlines, at least 1.
  public var width: Int
  /// Further lines for a reader: a compiler's notes, a likely reason.
  public var notes: [String]
  /// Whether this only follows from an earlier failure, such as a check after a trap.
  public var isConsequence: Bool
  /// Whether a value that was computed stands against one that was written, rather than words.
  public var comparesValues: Bool

  /// A line of a report; what is left out is empty.
  public init(
    lesson: String, file: String, position: SourcePosition, kind: CheckKind, status: CheckStatus,
    rule: Rule? = nil, source: String = "", expected: String = "", actual: String = "",
    message: String = "", remedy: String = "", width: Int = 1, notes: [String] = [],
    isConsequence: Bool = false, comparesValues: Bool = false
  ) {
    self.lesson = lesson
    self.file = file
    self.position = position
    self.kind = kind
    self.status = status
    self.rule = rule
    self.source = source
    self.expected = expected
    self.actual = actual
    self.message = message
    self.remedy = remedy
    self.width = width
    self.notes = notes
    self.isConsequence = isConsequence
    self.comparesValues = comparesValues
  }
}

extension CheckResult {
  /// A line of the report on a lesson.
  init(
    in lesson: Lesson, position: SourcePosition, kind: CheckKind, status: CheckStatus,
    rule: Rule? = nil, source: String = "", expected: String = "", actual: String = "",
    message: String = "", remedy: String = "", width: Int = 1, notes: [String] = [],
    isConsequence: Bool = false, comparesValues: Bool = false
  ) {
    self.init(
      lesson: lesson.id, file: lesson.file.path, position: position, kind: kind, status: status,
      rule: rule, source: source, expected: expected, actual: actual, message: message,
      remedy: remedy, width: width, notes: notes, isConsequence: isConsequence,
      comparesValues: comparesValues)
  }
}

extension Lesson {
  /// A line of the file as reports show it.
  func shownLine(_ number: Int) -> String { String(file.line(number)).trimmed }
}
