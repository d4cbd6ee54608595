import Testing

@testable import LessonRunner

@Suite struct RunOutcomeCodingTests {
  private static let place = RunOutcome.Place(block: 1, claim: nil, line: 2, offset: 3)

  private static let endings: [RunOutcome.Ending] = [
    .finished, .didNotCompile, .trapped(said: "why", place: place), .trapped(said: "", place: nil),
    .timedOut(place: RunOutcome.Place(block: nil, claim: 4, line: 0, offset: 0)),
    .outOfMemory(place: nil), .wroteTooMuch, .compilerFailed("crash"), .leftEarly(status: 3),
    .didNotLink(said: "undefined symbol: f"),
  ]

  @Test(arguments: endings)
  func everyEndingComesBack(ending: RunOutcome.Ending) {
    let outcome = RunOutcome(ending: ending)
    #expect(RunOutcome(encoded: outcome.encoded) == outcome)
  }

  @Test func messagesRecordsAndAttemptsComeBack() {
    let message = RunOutcome.Message(
      severity: .error, place: Self.place, text: "wrong", suggestion: "right")
    let note = RunOutcome.Message(severity: .note, place: nil, text: "a\n3:b")
    let outcome = RunOutcome(
      messages: [message, note],
      records: [.block(0), .text("printed\n"), .check(block: 0, check: 1, value: "0.5"), .end],
      failing: [2: [message], 3: []],
      attempts: [1: RunOutcome.AttemptOutcome(messages: [note], ending: .didNotCompile)],
      faultAddress: 16,
      earlyUses: [
        RunOutcome.EarlyUse(variable: "a", block: 1, check: 2),
        RunOutcome.EarlyUse(variable: "b", claim: 3),
      ])
    #expect(RunOutcome(encoded: outcome.encoded) == outcome)
  }

  @Test func whatIsCutOffOrGoesOnIsNoOutcome() {
    let bytes = RunOutcome(records: [.block(0), .end]).encoded
    for count in 0..<bytes.count { #expect(RunOutcome(encoded: Array(bytes[..<count])) == nil) }
    #expect(RunOutcome(encoded: bytes + bytes) == nil)
  }
}
