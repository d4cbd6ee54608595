import LessonFormat
import Testing

@testable import LessonRunner

/// Lessons that are run twice, as with `--twice`.
@Suite struct RepetitionTests {
  private static let report: Result<[String: VerifiedLesson], any Error> = Result {
    let course = try Course.load(TestCourse.folder("repetition"))
    #expect(course.findings.isEmpty)
    let lessons = try course.lessons.map { stem in
      LessonReader.read(
        try SourceFile.read(course.path(of: stem)), id: stem, lessons: course.lessons)
    }
    var settings = Verification.Settings(
      folder: course.folder, cache: Cache(folder: nil), library: TestCourse.library)
    settings.runsTwice = true
    let report = try Verification(settings).run(lessons)
    #expect(report.executed == 2 * lessons.count)
    return Dictionary(uniqueKeysWithValues: report.lessons.map { ($0.lesson.id, $0) })
  }

  @Test("a lesson that does the same twice has a check that says so")
  func steady() throws {
    let checks = try #require(try Self.report.get()["steady"]).checks
    #expect(checks.filter { $0.status == .fail }.map(\.message) == [])
    #expect(checks.contains { $0.expected == "the same twice" && $0.status == .pass })
  }

  @Test(
    "the first thing that differs is found at its place, with its usual cause",
    arguments: [
      ("drawn", 5, 44, "value", "`random`: it draws", 2),
      ("ordered", 4, 1, "output", "`Set`: sets and dictionaries", 0),
      ("timed", 9, 14, "claim", "`Date`: time goes on", 0),
      ("addressed", 4, 1, "value", "`ObjectIdentifier`: addresses change", 0),
      ("drawing", 8, 1, "figure", "a dictionary: sets and dictionaries", 0),
      ("ending", 4, 1, "trap", "`random`: it draws", 0),
    ])
  func findings(
    lesson: String, line: Int, column: Int, kind: String, cause: String, others: Int
  ) throws {
    let checks = try #require(try Self.report.get()[lesson]).checks
    let found = checks.filter { $0.rule == .nondeterministic }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.position == SourcePosition(line: line, column: column))
    #expect(finding.kind.rawValue == kind && finding.status == .fail)
    #expect(finding.expected != finding.actual)
    #expect(finding.message.contains(finding.expected) && finding.message.contains(finding.actual))
    #expect(finding.notes.first?.hasPrefix("usually: \(cause)") == true, "\(finding.notes)")
    #expect(finding.notes.dropFirst().first?.hasPrefix("\(others) more") ?? (others == 0))
    #expect(!finding.remedy.isEmpty)
    if lesson != "ending" {
      #expect(checks.filter { $0.status == .fail && $0.rule != .nondeterministic }.isEmpty)
    }
  }

  @Test(
    "names that are known for making runs differ are found in code, not in comments",
    arguments: [
      ("let x = Int.random(in: 0...9)", "`random`"),
      ("let x = Int.random(in: 0...9, using: &seeded)", nil),
      ("UUID()", "`UUID`"), ("// Date\nlet x = 1", nil), ("let updated = 1", nil),
      ("Task { }", "`Task`"), ("let a = [\"x\": 1]", "a dictionary"), ("let a = [1, 2]", nil),
    ])
  func causes(code: String, name: String?) {
    let words = Cause.named(in: code)?.words
    #expect(words?.hasPrefix(name ?? "") == (name == nil ? nil : true))
  }
}
