import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct RepeatabilityTests {
  private let lesson = sampleLesson(
    "```swift exercise=\"a\"\n1\n```\n\n```swift check=\"a\"\n1\n```\n\n```swift solution=\"a\"\n1\n```\n"
  )

  @Test(arguments: [
    (RunOutcome.Ending.finished, true), (.trapped(said: "", place: nil), true),
    (.didNotCompile, true), (.timedOut(place: nil), false), (.compilerFailed(""), false),
  ])
  func whatABusyMachineMayHaveDoneIsTriedAgain(ending: RunOutcome.Ending, isRepeatable: Bool) {
    #expect(
      RunOutcome(records: [], ending: ending).isRepeatable(sampleLesson("a")) == isRepeatable)
  }

  @Test func aSlowSolutionIsTriedAgainAndASlowStarterIsNot() {
    func isRepeatable(_ starter: RunOutcome.Ending, _ solution: RunOutcome.Ending?) -> Bool {
      var attempts = [0: RunOutcome.AttemptOutcome(ending: starter)]
      attempts[1] = solution.map { RunOutcome.AttemptOutcome(ending: $0) }
      return RunOutcome(records: [], attempts: attempts).isRepeatable(lesson)
    }
    #expect(isRepeatable(.finished, .finished))
    #expect(isRepeatable(.timedOut(place: nil), .finished))
    #expect(!isRepeatable(.finished, .timedOut(place: nil)))
    #expect(!isRepeatable(.finished, nil))
  }

  @Test func aBlockOfWhichTheCompilerDidNotSayWhetherItCompilesIsTriedAgain() {
    #expect(!RunOutcome(undecided: [0: "too long"]).isRepeatable(sampleLesson("a")))
  }
}
