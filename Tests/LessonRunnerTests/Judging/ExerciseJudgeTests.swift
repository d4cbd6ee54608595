import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ExerciseJudgeTests {
  /// The starter's checks are attempt 0, the solution's attempt 1; the checks are block 1.
  private let lesson = sampleLesson(
    "```swift exercise=\"a\"\nlet a = 1\n```\n\n```swift check=\"a\"\na  // = 2\n```\n\n"
      + "```swift solution=\"a\"\nlet a = 2\n```\n")

  private func judged(
    starter: String?, solution: String?,
    endings: [RunOutcome.Ending] = [.finished, .finished]
  ) -> VerifiedLesson {
    var records: [Record] = [.block(0)]
    for (index, value) in [starter, solution].enumerated() {
      records.append(.attemptBegan(index))
      if let value { records.append(.check(block: 1, check: 0, value: ComputedValue(value))) }
      records.append(.attemptEnded(index, status: 0, said: ""))
    }
    let attempts = endings.map { RunOutcome.AttemptOutcome(ending: $0) }
    return LessonJudge.judge(
      lesson,
      RunOutcome(
        records: records + [.end],
        attempts: Dictionary(uniqueKeysWithValues: attempts.enumerated().map { ($0, $1) })))
  }

  @Test func anExerciseHoldsWhenItsStarterFailsAndItsSolutionPasses() {
    let lesson = judged(starter: "1", solution: "2")
    #expect(described(lesson.checks(.exercise)) == ["2:1 exercise pass", "6:9 exercise pass"])
    #expect(lesson.blocks[1].checks.map(\.actual) == ["2"])
    #expect(lesson.blocks[1].checks.map(\.passed) == [true])
  }

  @Test func aStarterThatPassesLeavesNothingToDo() {
    let checks = judged(starter: "2", solution: "2").checks(.exercise)
    #expect(described(checks)[0] == "2:1 exercise starter-passes")
  }

  @Test(arguments: [
    RunOutcome.Ending.didNotCompile, .trapped(said: "no", place: nil), .timedOut(place: nil),
  ])
  func aStarterMayFailInAnyWay(ending: RunOutcome.Ending) {
    let checks = judged(starter: nil, solution: "2", endings: [ending, .finished])
      .checks(.exercise)
    #expect(described(checks)[0] == "2:1 exercise pass")
  }

  @Test func aSolutionMustPassItsChecks() {
    let check = judged(starter: "1", solution: "3").checks(.exercise).first { $0.status == .fail }
    #expect(check?.rule == .solutionFails)
    #expect(check?.message == "`a` is not = 2, with the solution in line 10")
    #expect(check?.comparesValues == true)
  }

  @Test func aSolutionMustComeToItsEnd() {
    let checks = judged(
      starter: "1", solution: nil, endings: [.finished, .outOfMemory(place: nil)]
    ).checks(.exercise)
    #expect(
      Set(described(checks)) == [
        "2:1 exercise pass", "10:1 exercise solution-fails",
        "6:9 exercise solution-fails, follows",
      ])
  }

  @Test func aBlockOfAnExerciseThatIsNotWholeIsNotRun() {
    let lesson = LessonRunnerTests.judged(
      sampleLesson("```swift check=\"a\"\na  // = 2\n```\n"), [.end])
    let checks = lesson.checks(.exercise).filter { $0.actual == "not run" }
    #expect(described(checks) == ["2:1 exercise bad-info-string, follows"])
  }
}
