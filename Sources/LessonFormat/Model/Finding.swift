/// What can be wrong with a lesson. The raw value is the name that reports use.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  case valueMismatch = "value-mismatch"
  case outputMismatch = "output-mismatch"
  case claimMismatch = "claim-mismatch"
  case checkTextMissing = "check-text-missing"
  case badCheck = "bad-check"
  case doesNotCompile = "does-not-compile"
  case unexpectedlyCompiles = "unexpectedly-compiles"
  case diagnosticMismatch = "diagnostic-mismatch"
  case trapped
  case didNotTrap = "did-not-trap"
  case timedOut = "timed-out"
  case outOfMemory = "out-of-memory"
  case tooMuchOutput = "too-much-output"
  case nondeterministic
  case starterPasses = "starter-passes"
  case solutionFails = "solution-fails"
  case quizInvalid = "quiz-invalid"
  case missingAlt = "missing-alt"
  case deadLink = "dead-link"
  case deadAnchor = "dead-anchor"
  case unknownSymbol = "unknown-symbol"
  case unknownPrerequisite = "unknown-prerequisite"
  case duplicateID = "duplicate-id"
  case badFrontMatter = "bad-front-matter"
  case badInfoString = "bad-info-string"
  case unverifiedNumber = "unverified-number"
}

/// What a check is about. The raw value is the name that reports use.
public enum CheckKind: String, CaseIterable, Hashable, Sendable {
  case value, output, claim, compile, diagnostic, trap, exercise, quiz, figure, link, number
  case lesson
}

/// How a check ended.
public enum CheckStatus: String, Hashable, Sendable {
  case pass, fail, skipped, warning
}

/// One line of a report: something the lesson claims, and how the claim fared.
public struct CheckResult: Sendable {
  /// The stem of the lesson.
  public var lesson: String
  /// The path of the Markdown file, as the user would write it.
  public var file: String
  public var position: SourcePosition
  public var kind: CheckKind
  public var status: CheckStatus
  /// What is wrong; nil when the check passed or was skipped.
  public var rule: Rule?
  /// The source that the check is about.
  public var source: String
  public var expected: String
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

/// Something wrong with a lesson's text, found before any of it is run.
public struct FormatFinding: Error, Sendable {
  public var rule: Rule
  public var kind: CheckKind
  public var position: SourcePosition
  public var width: Int
  public var source: String
  public var message: String
  public var remedy: String

  public init(
    _ rule: Rule, kind: CheckKind = .lesson, at position: SourcePosition, width: Int = 1,
    source: String = "", message: String, remedy: String
  ) {
    self.rule = rule
    self.kind = kind
    self.position = position
    self.width = width
    self.source = source
    self.message = message
    self.remedy = remedy
  }
}
