import LessonFormat
import Testing

@testable import LessonRunner

/// Lessons that are run twice, as with `--twice`.
@Suite struct RepetitionJudgeTests {
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

  @Test
  func aLessonThatDoesTheSameTwiceHasACheckThatSaysSo() throws {
    let checks = try #require(try Self.report.get()["steady"]).checks
    #expect(checks.filter { $0.status == .fail }.map(\.message) == [])
    #expect(checks.contains { $0.expected == "the same twice" && $0.status == .pass })
  }

  @Test(arguments: [
    ("drawn", 5, 44, "value", "`random`: it draws", 2),
    ("ordered", 4, 1, "output", "`Set`: sets and dictionaries", 0),
    ("timed", 9, 14, "claim", "`Date`: time goes on", 0),
    ("addressed", 4, 1, "value", "`ObjectIdentifier`: addresses change", 0),
    ("drawing", 8, 1, "figure", "a dictionary: sets and dictionaries", 0),
    ("ending", 4, 1, "trap", "`random`: it draws", 0),
  ])
  func theFirstThingThatDiffersIsFoundAtItsPlaceWithItsUsualCause(
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

  /// The checks of two runs of a lesson that has printed these texts.
  private func checks(_ texts: String..., endings: [RunOutcome.Ending] = [.finished, .finished])
    -> [CheckResult]
  {
    let runs = zip(texts, endings).map { text, ending in
      RunOutcome(records: [.block(0), .text(text), .end], ending: ending)
    }
    let lesson = sampleLesson(blocks: "print(Set([1, 2]))")
    return RepetitionJudge.checks(of: lesson, runs[0], runs[1])
  }

  @Test func twoRunsThatAgreePass() {
    #expect(checks("a\n", "a\n").map(\.status) == [.pass])
  }

  @Test func theFirstLineThatDiffersIsNamedWithItsLikelySource() throws {
    let check = try #require(checks("a\nb\n", "a\nc\n").first)
    #expect(check.rule == .nondeterministic)
    #expect(
      check.message == "line 2 of the output was `b` in one run and `c` in another")
    #expect(check.notes.first?.hasPrefix("usually: `Set`: ") == true)
    #expect(check.remedy == "sort before printing, comparing or summing: `.sorted()`")
  }

  @Test func endingsCountWhereNothingElseDiffers() throws {
    let check = try #require(
      checks("a\n", "a\n", endings: [.finished, .timedOut(place: nil)]).first)
    #expect(check.actual == "ran past its limit of time")
    #expect(check.notes.first?.contains("a machine that is busy") == true)
  }
}
