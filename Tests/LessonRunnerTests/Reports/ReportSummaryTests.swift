import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ReportSummaryTests {
  @Test func checksAreCountedByTheirStatus() {
    let file = SourceFile(path: "x.md", text: "")
    var given = sampleCheck(kind: .number)
    given.actual = "given"
    var computed = sampleCheck(kind: .number)
    computed.actual = "computed"
    let report = FileReport(
      .lesson, file, name: "x",
      checks: [
        sampleCheck(), sampleCheck(.fail), sampleCheck(.skipped), given, computed,
        sampleCheck(.warning, kind: .number, rule: .unverifiedNumber),
      ])
    let course = FileReport(.course, file, name: "course.yaml", checks: [sampleCheck(.fail)])
    let summary = ReportSummary([report, course], seconds: 1.5)
    #expect(summary.lessons == 1)
    #expect(summary.checks == 7)
    #expect(summary.passed == 4)
    #expect(summary.failed == 2)
    #expect(summary.skipped == 1)
    #expect(summary.numbers.words == "1 computed, 0 inputs, 1 given, 1 unverified")
    #expect(summary.seconds == 1.5)
  }
}
