import LessonFormat
import Testing

@testable import LessonRunner

struct FileReportTests {
  private let file = SourceFile(path: "course/course.yaml", text: "title: T\nparts: 3\n")

  private func finding(line: Int) -> FormatFinding {
    FormatFinding(
      .badFrontMatter, at: SourcePosition(line: line, column: 1), source: "  parts: 3 ",
      message: "`parts` is no list", remedy: "make it one")
  }

  @Test func fileWithWhichNothingCanBeDoneHasACheckForEachFindingAndOneForAll() {
    let report = FileReport(
      .course, unusable: file, findings: [finding(line: 2), finding(line: 1)])
    #expect(report.subject == .course && report.name == "course.yaml" && !report.passed)
    #expect(report.checks.map(\.position.line) == [1, 1, 2])
    #expect(report.checks.map(\.isConsequence) == [false, true, false])
    #expect(report.checks[0].source == "parts: 3")
    #expect(report.checks[1].actual == "2 findings")
    #expect(report.checks.allSatisfy { $0.status == .fail && $0.lesson == "course.yaml" })
  }

  @Test func reportOnALessonHasItsChecksAndItsIDForAName() {
    let lesson = LessonJudge.judge(sampleLesson("# T\n\nText.\n"), RunOutcome(records: [.end]))
    let report = FileReport(lesson)
    #expect(report.subject == .lesson && report.name == "x" && report.file.path == "x.md")
    #expect(report.passed && report.checks.count == lesson.checks.count)
  }

  @Test func textThatCanBeReadHasOneCheckThatPasses() {
    let checks = CheckResult.ofText([], file: file, lesson: "x", title: "T")
    #expect(checks.map(\.status) == [.pass])
    #expect(checks[0].actual == "read" && !checks[0].isConsequence)
  }

  @Test func longSourceIsCutAndAShortOneIsNot() {
    let short = String(repeating: "é", count: 200)
    #expect(CheckResult.excerpt(of: short) == short)
    let long = short + "é"
    #expect(CheckResult.excerpt(of: long) == long + "…")
    #expect(CheckResult.excerpt(of: String(repeating: "a", count: 401)).count == 301)
  }

  @Test func checksStandByPositionAndConsequencesLastInTheirPlace() {
    func check(_ line: Int, isConsequence: Bool) -> CheckResult {
      CheckResult(
        lesson: "", file: "", position: SourcePosition(line: line, column: 1), kind: .value,
        status: .fail, isConsequence: isConsequence)
    }
    #expect(CheckResult.isInOrder(check(1, isConsequence: true), check(2, isConsequence: false)))
    #expect(CheckResult.isInOrder(check(1, isConsequence: false), check(1, isConsequence: true)))
    #expect(!CheckResult.isInOrder(check(1, isConsequence: true), check(1, isConsequence: true)))
  }
}
