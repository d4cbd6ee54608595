import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct BlockJudgingTests {
  private let checked = sampleLesson("```swift\nlet a = 1  // ≈ 1.0\n```\n")

  @Test(arguments: [(["1.0"], "pass"), (["1.04"], "pass"), (["1.2"], "value-mismatch")])
  func aCheckHoldsByItsValue(values: [String], status: String) {
    let records =
      [Record.block(0)] + values.map { .check(block: 0, check: 0, value: ComputedValue($0)) }
      + [.end]
    #expect(described(judged(checked, records).checks(.value)) == ["2:17 value \(status)"])
  }

  @Test func aCheckInALoopMustHoldEveryTime() {
    let values = ["1.0", "3.0", "1.0"].map {
      Record.check(block: 0, check: 0, value: ComputedValue($0))
    }
    let lesson = judged(checked, [.block(0)] + values + [.end])
    let check = lesson.checks(.value)[0]
    #expect(check.rule == .valueMismatch)
    #expect(check.actual == "3.0")
    #expect(lesson.blocks[0].checks[0].varies)
    #expect(lesson.blocks[0].hasFailed)
  }

  @Test func aCheckThatNoValueCameForFailsWithWhatKeptItFromIt() {
    #expect(
      described(judged(checked, [.block(0), .end]).checks(.value)) == ["2:17 value value-mismatch"])
    let stopped = judged(checked, [.block(0)], ending: .timedOut(place: nil))
    #expect(described(stopped.checks(.value)) == ["2:17 value timed-out, follows"])
    let rejected = judged(checked, [], ending: .didNotCompile)
    #expect(described(rejected.checks(.value)) == ["2:17 value does-not-compile, follows"])
  }

  @Test func outputIsComparedLineByLine() throws {
    let lesson = sampleLesson("```swift\nprint(1)\n```\n```output\na 1.0\nb\n```\n")
    let right = judged(lesson, [.block(0), .text("a 1.04\nb\n"), .end])
    #expect(described(right.checks(.output)) == ["5:1 output pass"])
    #expect(right.blocks[0].printedAsExpected == true)
    let wrong = judged(lesson, [.block(0), .text("a 1.0\nc\n"), .end])
    let check = try #require(wrong.checks(.output).first)
    #expect(check.position.line == 6)
    #expect(check.message == "line 2 of the output should be `b`, and the block printed `c`")
    #expect(wrong.blocks[0].printedAsExpected == false)
  }

  @Test func aBlockThatTrapsMustNotRunToItsEnd() {
    let lesson = sampleLesson(
      "```swift traps\nf()\n```\n```diagnostic\nout of range\n```\n")
    func trap(_ status: Int32, _ said: String) -> [String] {
      let records: [Record] = [.block(0), .trap(block: 0, status: status, said: said), .end]
      let checks = judged(lesson, records).checks
      return described(checks.filter { $0.kind == .trap || $0.kind == .diagnostic })
    }
    #expect(trap(5, "Index out of range") == ["2:1 trap pass", "5:1 diagnostic pass"])
    #expect(trap(5, "out of range") == ["2:1 trap pass", "5:1 diagnostic pass"])
    #expect(trap(5, "no such file") == ["2:1 trap pass", "5:1 diagnostic diagnostic-mismatch"])
    #expect(trap(0, "") == ["2:1 trap did-not-trap"])
  }

  @Test func whatABlockPrintsBeforeItTrapsIsCompared() {
    let lesson = sampleLesson(
      "```swift traps\nf()\n```\n```diagnostic\na\n```\n```output\nb\n```\n")
    func checks(_ printed: String) -> [String] {
      let trap = Record.trap(block: 0, status: 5, said: "a")
      let checks = judged(lesson, [.block(0), .text(printed), trap, .end]).checks
      return described(checks.filter { [.trap, .diagnostic, .output].contains($0.kind) })
    }
    #expect(checks("b\n") == ["2:1 trap pass", "5:1 diagnostic pass", "8:1 output pass"])
    #expect(checks("c\n")[2...] == ["8:1 output output-mismatch"])
  }

  @Test func aBlockThatExitsInsteadOfTrappingIsSaidToHaveEndedByItself() throws {
    let lesson = sampleLesson("```swift traps\nexit(1)\n```\n")
    let records: [Record] = [.block(0), .trap(block: 0, status: 1 << 8, said: ""), .end]
    let check = try #require(judged(lesson, records).checks(.trap).first)
    #expect(check.rule == .didNotTrap)
    #expect(check.actual == "ended with status 1")
    #expect(check.message == "this block should trap, and it ended by itself, with status 1")
  }

  @Test func aBlockThatFailsMustNotCompile() {
    let lesson = sampleLesson("```swift fails\nlet a: Int = \"\"\n```\n")
    func check(_ messages: [RunOutcome.Message]) -> [String] {
      let outcome = RunOutcome(records: [.end], failing: [0: messages])
      return described(LessonJudge.judge(lesson, outcome).checks(.compile))
    }
    let place = RunOutcome.Place(block: 0, claim: nil, line: 0, offset: 0)
    let own = RunOutcome.Message(severity: .error, place: place, text: "cannot convert")
    let other = RunOutcome.Message(severity: .error, place: nil, text: "cannot find")
    #expect(check([own]) == ["2:1 compile pass"])
    #expect(check([]) == ["2:1 compile unexpectedly-compiles"])
    #expect(check([other]) == ["2:1 compile does-not-compile, follows"])
  }

  @Test func aBlockThatTheCompilerDoesNotEndWithIsNotSaidToCompile() throws {
    let lesson = sampleLesson("```swift fails\nlet a: Int = \"\"\n```\n")
    let outcome = RunOutcome(records: [.end], undecided: [0: "it took longer than a minute"])
    let check = try #require(LessonJudge.judge(lesson, outcome).checks(.compile).first)
    #expect(check.rule == .doesNotCompile && check.status == .fail)
    #expect(
      check.message
        == "the compiler did not say whether this block compiles: it took longer than a minute")
  }

  @Test func aSkippedBlockIsReportedWithItsReason() {
    let lesson = judged(sampleLesson("```swift skip=\"no network\"\nf()\n```\n"), [.end])
    #expect(lesson.checks(.compile).map(\.status) == [.skipped])
    #expect(lesson.checks(.compile).map(\.message) == ["skipped: no network"])
  }

  @Test func checksInCodeThatDoesNotRunAreInTheReportAsSkipped() {
    let skipped = judged(
      sampleLesson("```swift skip=\"no network\"\nf()  // ≈ 0.5\ng // => 1\n```\n"), [.end])
    #expect(skipped.checks(.value).map(\.status) == [.skipped])
    #expect(skipped.checks(.value).map(\.message) == ["skipped: no network"])
    #expect(skipped.checks(.value).map(\.expected) == ["0.5"])
    let failing = judged(sampleLesson("```swift fails\nlet a: Int = \"\" // = 1\n```\n"), [.end])
    #expect(
      failing.checks(.value).map(\.message) == ["skipped: the block must not compile"])
  }
}
