import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ReportSummaryTests {
  @Test func checksAreCountedByTheirStatus() {
    let file = SourceFile(path: "x.md", text: "")
    var given = sampleCheck(kind: .number)
    given.actual = "given"
    var checked = sampleCheck(kind: .number)
    checked.actual = "checked"
    let report = FileReport(
      .lesson, file, name: "x",
      checks: [
        sampleCheck(), sampleCheck(.fail), sampleCheck(.skipped), given, checked,
        sampleCheck(.warning, kind: .number, rule: .unverifiedNumber),
      ])
    let course = FileReport(.course, file, name: "course.yaml", checks: [sampleCheck(.fail)])
    let summary = ReportSummary([report, course], seconds: 1.5)
    #expect(summary.lessons == 1)
    #expect(summary.checks == 7)
    #expect(summary.passed == 4)
    #expect(summary.failed == 2)
    #expect(summary.skipped == 1)
    let numbers = summary.numbers
    #expect([numbers.checked, numbers.given, numbers.unverified] == [1, 1, 1])
    #expect(summary.seconds == 1.5)
  }
}
