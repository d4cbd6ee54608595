import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct CoverageJudgeTests {
  private func lesson(_ id: String, covers: String) -> Lesson {
    sampleLesson("---\ncovers: [\(covers)]\n---\n\n# A\n", path: id + ".md", id: id)
  }

  private func judge(_ lessons: [Lesson], _ rows: String...) -> CoverageJudge {
    let text = "| id | item |\n|---|---|\n" + rows.map { "| \($0) |\n" }.joined()
    return CoverageJudge(CoverageTable(SourceFile(path: "coverage.md", text: text)), of: lessons)
  }

  @Test func aRowIsCoveredByTheLessonsThatNameIt() {
    let lessons = [lesson("a", covers: "R1, R2"), lesson("b", covers: "R1")]
    let report = judge(lessons, "R1 | the rate", "R2 |").report()
    #expect(report.subject == .coverage && report.name == "coverage.md")
    #expect(report.checks.map(\.status) == [.pass, .pass])
    #expect(report.checks.map(\.actual) == ["a, b", "a"])
    #expect(report.checks.map(\.source) == ["R1: the rate", "R2"])
    #expect(report.checks.allSatisfy { $0.kind == .coverage })
  }

  @Test func aRowThatNoLessonNamesIsUncoveredAtItsLine() throws {
    let report = judge([lesson("a", covers: "R1")], "R1 | a", "R2 | b").report()
    let failed = try #require(report.checks.last)
    #expect(failed.status == .fail && failed.rule == .uncovered)
    #expect(failed.position == SourcePosition(line: 4, column: 3))
    #expect(failed.message == "no lesson covers `R2`")
    #expect(!report.passed)
  }

  @Test func aRowThatStandsTwiceIsADuplicate() {
    let report = judge([lesson("a", covers: "R1")], "R1 | a", "R1 | b").report()
    #expect(report.checks.map(\.rule) == [nil, .duplicateID])
    #expect(report.checks[1].message == "the row `R1` stands in line 3 already")
  }

  @Test func anIdThatTheTableLacksIsReportedWithTheNearest() {
    let lesson = lesson("a", covers: "R01, R22")
    let checks = judge([lesson], "R01 | a", "R21 | b").checks(of: lesson)
    #expect(checks.map(\.status) == [.pass, .fail])
    #expect(checks[1].rule == .unknownCoverage)
    #expect(checks[1].position == SourcePosition(line: 2, column: 15))
    #expect(checks[1].remedy == "did you mean `R21`?")
  }
}
