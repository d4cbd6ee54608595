import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct EarlyUseSearchTests {
  private typealias Place = GlobalVariables.Place

  private let lesson = sampleLesson(
    "```swift\nfunc f() -> Int { a + b }\nlet x = 1 // = 1\n```\n\n```swift\nlet a = 1\nlet b = 2\n```\n"
  )
  private let places = ["a": [Place(offset: 8, size: 8)], "b": [Place(offset: 16, size: 8)]]

  private func outcome(_ value: String, ending: RunOutcome.Ending = .finished) -> RunOutcome {
    RunOutcome(
      records: [
        .block(0), .text("before\n"),
        .check(block: 0, check: 0, value: ComputedValue(value, .numbers(.exact))), .block(1), .end,
      ], ending: ending)
  }

  /// What is found where the program does this with other bytes in some places, and which runs that took.
  private func search(
    _ first: RunOutcome, _ run: @escaping ([UInt64], UInt8) -> RunOutcome
  ) throws -> (uses: [RunOutcome.EarlyUse], runs: Int) {
    var runs = 0
    let search = EarlyUseSearch(lesson: lesson, places: places) { places, byte in
      runs += 1
      return run(places.map(\.offset), byte)
    }
    return (try search.uses(in: first), runs)
  }

  @Test func aProgramThatDoesTheSameHasReadNothing() throws {
    let (uses, runs) = try search(outcome("1")) { _, _ in outcome("1") }
    #expect(uses == [] && runs == 2)
  }

  @Test func eachVariableThatMakesADifferenceIsFoundWhereThatComesOut() throws {
    let ofB = try search(outcome("1")) { places, _ in outcome(places.contains(16) ? "2" : "1") }
    #expect(ofB.uses == [RunOutcome.EarlyUse(variable: "b", block: 0, check: 0)])
    let ofBoth = try search(outcome("1")) { places, _ in outcome(places.isEmpty ? "1" : "2") }
    #expect(ofBoth.uses.map(\.variable) == ["a", "b"])
    // Only one of the bytes makes it.
    let once = try search(outcome("1")) { places, byte in
      outcome(byte == 0x7F && places.contains(8) ? "2" : "1")
    }
    #expect(once.uses == [RunOutcome.EarlyUse(variable: "a", block: 0, check: 0)])
  }

  @Test func aDifferentEndOrPrintedTextIsTheBlocks() throws {
    let ended = try search(outcome("1")) { places, _ in
      outcome("1", ending: places.contains(8) ? .leftEarly(status: 1) : .finished)
    }
    #expect(ended.uses == [RunOutcome.EarlyUse(variable: "a", block: 1)])
    let printed = try search(outcome("1")) { places, _ in
      var outcome = outcome("1")
      if places.contains(8) { outcome.records[1] = .text("after\n") }
      return outcome
    }
    #expect(printed.uses == [RunOutcome.EarlyUse(variable: "a", block: 0)])
  }

  @Test func aProgramThatNeverDoesTheSameTellsNothing() throws {
    var count = 0
    let (uses, _) = try search(outcome("0")) { _, _ in
      count += 1
      return outcome("\(count)")
    }
    #expect(uses == [])
  }

  @Test func aRunThatIsStoppedForItsTimeTellsNothing() throws {
    let (uses, _) = try search(outcome("1")) { places, _ in
      outcome(
        places.isEmpty ? "1" : "2", ending: places.isEmpty ? .finished : .timedOut(place: nil))
    }
    #expect(uses == [])
  }

  @Test func aCrashNearZeroThatOtherBytesMoveIsSuchARead() throws {
    func crash(at address: Int?) -> RunOutcome {
      var outcome = outcome("1", ending: .trapped(said: CrashReport.strayMemory, place: nil))
      outcome.faultAddress = address
      return outcome
    }
    let moved = try search(crash(at: 16)) { places, _ in crash(at: places.contains(8) ? nil : 16) }
    #expect(moved.uses == [RunOutcome.EarlyUse(variable: "a", block: 1)])
    #expect(try search(crash(at: 0)) { _, _ in crash(at: 0) }.uses == [])
    #expect(try search(crash(at: nil)) { _, _ in crash(at: nil) }.uses == [])
  }

  /// Which of the records is another one each time.
  @Test(arguments: [1, 4])
  func whatHappensByChanceBeforeItOrAfterItTellsAndHidesNothing(place: Int) throws {
    func tossed(_ value: String) -> RunOutcome {
      var outcome = outcome(value)
      outcome.records.insert(.text("\(UInt64.random(in: 0...UInt64.max))"), at: place)
      return outcome
    }
    let found = try search(tossed("1")) { places, _ in tossed(places.contains(8) ? "2" : "1") }
    #expect(found.uses == [RunOutcome.EarlyUse(variable: "a", block: 0, check: 0)])
    #expect(try search(tossed("1")) { _, _ in tossed("1") }.uses == [])
  }

  @Test func aCoinThatShowsTheSameSideTwiceIsSeldomMistaken() throws {
    let mistaken = try (0..<200).count { _ in
      try !search(outcome("0")) { _, _ in outcome(Bool.random() ? "0" : "1") }.uses.isEmpty
    }
    #expect(mistaken < 20)
  }

  @Test func anAttemptThatAlwaysRunsOutOfTimeHidesNothing() throws {
    func endless(_ value: String) -> RunOutcome {
      var outcome = outcome(value)
      outcome.attempts[0] = RunOutcome.AttemptOutcome(ending: .timedOut(place: nil))
      return outcome
    }
    let found = try search(endless("1")) { places, _ in endless(places.contains(8) ? "2" : "1") }
    #expect(found.uses == [RunOutcome.EarlyUse(variable: "a", block: 0, check: 0)])
  }

  @Test func itEndsWhenItsTimeIsOver() throws {
    var runs = 0
    var search = EarlyUseSearch(lesson: lesson, places: places) { places, _ in
      runs += 1
      return outcome(places.isEmpty ? "1" : "2")
    }
    search.isOver = { runs >= 3 }
    #expect(try search.uses(in: outcome("1")) == [])
    #expect(runs == 3)
  }

  @Test func whereNothingIsLateNothingRunsAgain() throws {
    let search = EarlyUseSearch(lesson: sampleLesson(blocks: "let a = 1"), places: places) { _, _ in
      Issue.record("it ran again")
      return RunOutcome()
    }
    #expect(try search.uses(in: outcome("1")) == [])
  }
}
