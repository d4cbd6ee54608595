import LessonFormat
import LessonRunner

/// The lessons of a course with all that verification brought.
public struct VerifiedCourse: Sendable {
  /// The course that the lessons are of; nil for lessons outside any course.
  public let course: Course?
  /// The lessons that were verified, in order.
  public let lessons: [VerifiedLesson]
  /// What is wrong with other files: the course's own, those that can't be read, the library's.
  public let problems: [FileReport]
  /// The report on the table of what the course must teach; nil where there is none, or no whole course
  /// was named.
  public let coverage: FileReport?
  /// The library's public symbols; nil where none were wanted, or it is not built.
  public let symbols: SymbolIndex?
  /// What the report of a shard says of the whole; nil where there is no shard.
  public let shard: ShardSummary?

  /// The reports on all files, in order.
  public var files: [FileReport] {
    problems + [coverage].compactMap(\.self) + lessons.map { FileReport($0) }
  }

  /// Whether nothing failed.
  public var passed: Bool { files.allSatisfy(\.passed) }
}

/// What came of building a course.
public enum BuildOutcome: Sendable {
  /// Everything that a build reads and writes was as the last one left it.
  case unchanged(BuildSummary)
  /// Not everything holds, and nothing was written.
  case failed(VerifiedCourse)
  /// Everything holds, and the site was written.
  case built(VerifiedCourse, BuildSummary)
}

/// What a site consists of.
public struct BuildSummary: Hashable, Sendable {
  /// How many lessons have a page.
  public var lessons: Int
  /// How many checks passed.
  public var checks: Int
  /// How many figures lessons have shown.
  public var figures: Int
  /// How many pages there are, those of lessons among them.
  public var pages: Int

  /// Reads the numbers that ``stored`` holds.
  init?(stored text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    (lessons, checks, figures, pages) = (numbers[0], numbers[1], numbers[2], numbers[3])
  }

  init(lessons: Int, checks: Int, figures: Int, pages: Int) {
    self.lessons = lessons
    self.checks = checks
    self.figures = figures
    self.pages = pages
  }

  /// The numbers, to be read again.
  var stored: String { "\(lessons) \(checks) \(figures) \(pages)" }
}
