import FileSystem
import LessonFormat

/// What running a lesson brought: the line of the report for each check, and what each block
/// printed, drew and computed, for the page.
public struct LessonResult: Sendable {
  public var lesson: Lesson
  public var checks: [CheckResult]
  /// One for each of the lesson's blocks, in order.
  public var blocks: [BlockResult]
  /// One for each of the lesson's claims, in order.
  public var claims: [CheckedValue]

  public init(
    lesson: Lesson, checks: [CheckResult], blocks: [BlockResult], claims: [CheckedValue]
  ) {
    self.lesson = lesson
    self.checks = checks
    self.blocks = blocks
    self.claims = claims
  }

  /// A file that can't be read as a lesson or course, with what is wrong.
  public init(unreadable file: SourceFile, findings: [FormatFinding], id: String? = nil) {
    let lesson = Lesson(
      file: file, id: id ?? Files.name(of: file.path), frontMatter: FrontMatter(),
      document: Node(
        .document,
        range: SourceRange(
          start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))),
      blocks: [], claims: [], findings: findings)
    self = LessonJudge.judge(lesson, RunOutcome())
  }

  /// A file with checks that another machine has made.
  public init(reported file: SourceFile, checks: [CheckResult]) {
    self.init(unreadable: file, findings: [], id: checks.first?.lesson)
    self.checks = checks
  }

  /// Whether this is a lesson, rather than the course's own file.
  public var isLesson: Bool { lesson.file.path.hasSuffix(".md") }

  /// Whether nothing failed.
  public var passed: Bool { !checks.contains { $0.status == .fail } }
}

/// What one block did.
public struct BlockResult: Sendable {
  /// What it printed.
  public var output = ""
  /// Figures and tables, in the order in which they were shown.
  public var shown: [ShownItem] = []
  /// One for each of the block's checks, in order.
  public var checks: [CheckedValue] = []
  /// The value of the last expression, when it stands bare.
  public var shownValue: String?
  /// What the compiler said of a `fails` block, or how a `traps` block ended.
  public var diagnostic: String?

  public init() {}
}

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

/// Something that a block put on the page.
public enum ShownItem: Hashable, Sendable {
  case figure(ShownFigure)
  case table(ShownTable)
}

/// A figure as the lesson's own code drew it.
public struct ShownFigure: Hashable, Sendable {
  /// The name for `![alt](figure:name)`; nil for one that only stands after its block.
  public var name: String?
  public var title: String
  public var alternative: String
  public var caption: String
  /// A complete `<svg>` element.
  public var svg: String
  /// The numbers that it shows, when there are any that can be read as a table.
  public var table: ShownTable?

  public init(
    name: String?, title: String, alternative: String, caption: String, svg: String,
    table: ShownTable? = nil
  ) {
    self.name = name
    self.title = title
    self.alternative = alternative
    self.caption = caption
    self.svg = svg
    self.table = table
  }
}

/// A table as the lesson's own code filled it.
public struct ShownTable: Hashable, Sendable {
  public var title: String
  public var columns: [String]
  public var rows: [[String]]

  public init(title: String, columns: [String], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
