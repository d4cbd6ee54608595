import LessonFormat
import Testing

@testable import LessonRunner

struct LessonJudgeTests {
  private let lesson = sampleLesson(
    "# T\n\n```swift\nlet x = 1.0 / 3  // ≈ 0.333\n```\n\nIt is `x ≈ 0.333`.\n")

  private func outcome(_ values: [String], claim: String? = nil) -> RunOutcome {
    RunOutcome(
      records: [.block(0)] + values.map { .check(block: 0, check: 0, value: $0) }
        + (claim.map { [.claim(0, value: $0)] } ?? []) + [.end])
  }

  @Test func lessonWhoseValuesAreAsClaimedPasses() {
    let verified = LessonJudge.judge(lesson, outcome(["0.3333"], claim: "0.3334"))
    #expect(verified.passed)
    #expect(
      verified.blocks[0].checks == [CheckedValue(expected: "0.333", actual: "0.3333", passed: true)]
    )
    #expect(verified.claims == [CheckedValue(expected: "0.333", actual: "0.3334", passed: true)])
    #expect(verified.checks.map(\.kind).contains(.claim))
  }

  @Test func firstOfSeveralValuesThatDiffersIsTheOneReported() {
    let verified = LessonJudge.judge(lesson, outcome(["0.3333", "0.5", "0.6"], claim: "0.333"))
    #expect(verified.checks.filter { $0.status == .fail }.map(\.rule) == [.valueMismatch])
    #expect(verified.blocks[0].checks[0].actual == "0.5")
    #expect(verified.blocks[0].checks[0].varies)
    #expect(verified.blocks[0].hasFailed)
  }

  @Test func checkThatIsNotReachedFailsWithTheRuleOfWhatKeptTheProgramFromIt() {
    var outcome = RunOutcome(records: [.block(0)])
    outcome.ending = .timedOut(place: nil)
    let verified = LessonJudge.judge(lesson, outcome)
    let failed = verified.checks.filter { $0.status == .fail }
    #expect(Set(failed.map(\.rule)) == [.timedOut])
    // One fault, of which the check and the claim are only consequences.
    #expect(failed.filter { !$0.isConsequence }.map(\.kind) == [.trap])
    #expect(failed.count == 3)
  }

  @Test func checksStandInTheOrderOfTheTextWithConsequencesLast() {
    var outcome = RunOutcome(records: [])
    outcome.ending = .leftEarly(status: 3)
    let checks = LessonJudge.judge(lesson, outcome).checks
    #expect(zip(checks, checks.dropFirst()).allSatisfy { !CheckResult.isInOrder($1, $0) })
  }

  @Test func otherChecksOfTheLessonStandAmongItsOwn() {
    let other = CheckResult(
      lesson: "x", file: "x.md", position: SourcePosition(line: 2, column: 1), kind: .link,
      status: .fail, rule: .deadLink)
    let judgement = LessonJudge.judgement(
      of: lesson, outcome(["0.3333"], claim: "0.3334"), others: [other])
    #expect(judgement.checks.filter { $0.kind == .link }.map(\.rule) == [.deadLink])
    #expect(judgement.checks.map(\.position).sorted() == judgement.checks.map(\.position))
  }
}
