import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LessonJudgeTests {
  private let lesson = sampleLesson(blocks: "let a = 1", "f(a)  // = 2")

  @Test func aLessonThatRanToItsEndCompiles() {
    let lesson = judged(
      lesson, [.block(0), .block(1), .check(block: 1, check: 0, value: "2"), .end])
    #expect(lesson.passed)
    #expect(described(lesson.checks(.compile)) == ["2:1 compile pass"])
    #expect(described(lesson.checks(.lesson)) == ["1:1 lesson pass"])
  }

  @Test(arguments: [
    (RunOutcome.Ending.trapped(said: "no", place: nil), "trapped", "no"),
    (.trapped(said: "", place: nil), "trapped", "the program crashed"),
    (.timedOut(place: nil), "timed-out", "the lesson ran past its limit of time"),
    (.outOfMemory(place: nil), "out-of-memory", "the lesson ran out of memory"),
    (.wroteTooMuch, "too-much-output", "the lesson wrote more than its limit of output"),
    (
      .leftEarly(status: 3), "trapped",
      "the program ended by itself, with status 3, before the lesson's end"
    ),
  ])
  func anEndingIsReportedAtTheBlockReached(
    ending: RunOutcome.Ending, rule: String, message: String
  ) {
    let checks = judged(lesson, [.block(0), .block(1)], ending: ending).checks(.trap)
    #expect(described(checks) == ["6:1 trap \(rule)"])
    #expect(checks.map(\.message) == [message])
  }

  @Test func errorsOfTheCompilerStandAtTheirPlaceWithTheirNotes() throws {
    let place = RunOutcome.Place(block: 1, claim: nil, line: 0, offset: 2)
    let error = RunOutcome.Message(
      severity: .error, place: place, text: "cannot find 'a'", suggestion: " f(b) ")
    let note = RunOutcome.Message(
      severity: .note, place: RunOutcome.Place(block: 0, claim: nil, line: 0, offset: 0),
      text: "declared here")
    let outcome = RunOutcome(messages: [error, note, error], ending: .didNotCompile)
    let checks = LessonJudge.judge(lesson, outcome).checks(.compile)
    #expect(described(checks) == ["6:3 compile does-not-compile"])
    #expect(checks[0].notes == ["the compiler suggests: f(b)", "declared here (line 2)"])
  }

  /// The cache may hold anything.
  @Test(arguments: [-1, 3, Int.max, Int.min])
  func aPlaceThatTheLessonHasNotIsNotKnown(number: Int) {
    typealias Place = RunOutcome.Place
    let lesson = sampleLesson(
      "```swift exercise=\"a\"\nb\n```\n```swift check=\"a\"\nb // = 1\n```\n"
        + "```swift solution=\"a\"\nc\n```\n`b ≈ 1`\n")
    let places = [
      Place(block: number, claim: nil, line: 0, offset: 0),
      Place(block: nil, claim: number, line: 0, offset: 0),
      Place(block: 0, claim: nil, line: number, offset: 0),
      Place(block: 0, claim: nil, line: 0, offset: number),
      Place(block: nil, claim: nil, line: 0, offset: 0),
    ]
    for place in places {
      #expect(SourcePosition(place, in: lesson) == nil)
      var outcome = RunOutcome(ending: .timedOut(place: place))
      outcome.messages = [RunOutcome.Message(severity: .error, place: place, text: "a")]
      for attempt in lesson.attempts {
        outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(
          messages: outcome.messages, ending: .didNotCompile)
      }
      let checks = LessonJudge.judge(lesson, outcome).checks
      #expect(checks.filter { $0.rule == .timedOut }.first?.position.line == 2)
      #expect(checks.last { $0.rule == .solutionFails }?.position.line == 8)
    }
  }

  @Test func otherChecksAndThoseOfTheTextCount() {
    let lesson = LessonJudge.judge(
      sampleLesson("[a](b)\n"), RunOutcome(records: [.end]), others: [sampleCheck(.fail)])
    #expect(!lesson.passed)
    #expect(lesson.checks.count == 2)
  }

  @Test func aPlaceInTheCodeIsAPlaceInTheFile() throws {
    let lesson = sampleLesson("> ```swift\n> let é = f\n> ```\n")
    let place = RunOutcome.Place(block: 0, claim: nil, line: 0, offset: 9)
    #expect(SourcePosition(place, in: lesson) == SourcePosition(line: 2, column: 11))
    #expect(
      SourcePosition(RunOutcome.Place(block: 7, claim: nil, line: 0, offset: 0), in: lesson) == nil)
    #expect(
      SourcePosition(RunOutcome.Place(block: nil, claim: 0, line: 0, offset: 0), in: lesson) == nil)
  }
}
