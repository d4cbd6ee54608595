import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ClaimJudgingTests {
  private let lesson = sampleLesson("```swift\nlet a = 1\n```\n\nIt is `a / 2 ≈ 0.5`.\n")

  @Test(arguments: [("0.5", "pass"), ("0.6", "claim-mismatch")])
  func aClaimHoldsByItsValue(value: String, status: String) {
    let lesson = judged(lesson, [.block(0), .claim(0, value: ComputedValue(value)), .end])
    #expect(described(lesson.checks(.claim)) == ["5:16 claim \(status)"])
    #expect(lesson.claims.map(\.actual) == [value])
    #expect(lesson.claims.map(\.passed) == [status == "pass"])
  }

  @Test func aClaimThatWasNotReachedFollowsFromWhatStoppedTheProgram() {
    let stopped = judged(lesson, [.block(0)], ending: .trapped(said: "no", place: nil))
    #expect(described(stopped.checks(.claim)) == ["5:16 claim trapped, follows"])
    #expect(stopped.claims.map(\.actual) == [nil])
  }
}
