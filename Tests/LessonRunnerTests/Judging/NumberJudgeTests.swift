import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct NumberJudgeTests {
  private let lesson = sampleLesson("---\ngiven: [0.3]\n---\n0.3 and 0.7, `a ≈ 0.5`, 0.5\n")

  @Test func aNumberIsComputedOrGivenOrWarnedOf() {
    let checks = NumberJudge(isStrict: false).checks(of: lesson)
    #expect(checks.map(\.source) == ["0.3", "0.7", "0.5"])
    #expect(checks.map(\.actual) == ["given", "unverified", "checked"])
    #expect(checks.map(\.status) == [.pass, .warning, .pass])
    #expect(checks[1].message == "nothing in this lesson computes `0.7`")
    #expect(checks[1].position == SourcePosition(line: 4, column: 9))
    #expect(checks[1].width == 3)
  }

  @Test func aStrictJudgeTakesAWarningForAnError() {
    let checks = NumberJudge(isStrict: true).checks(of: lesson)
    #expect(checks.map(\.status) == [.pass, .fail, .pass])
  }
}
