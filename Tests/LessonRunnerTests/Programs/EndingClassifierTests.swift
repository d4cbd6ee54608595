import Glibc
import Testing

@testable import LessonRunner

@Suite struct EndingClassifierTests {
  /// The code is in line 4.
  private let classifier = EndingClassifier(
    program: LessonProgram.running(
      sampleLesson("# A\n\n```swift\nlet a = f()\n```\n"), imports: []),
    outputLimit: 10)

  private static let place = RunOutcome.Place(block: 0, claim: nil, line: 0, offset: 4)
  private static let frame = "0 [ra] 0x1 f() in lesson.so at /lessons/x.md:4:5\n"
  private static let trap = "x/x.md:4: Fatal error: too far\n*** Program crashed ***\n" + frame
  private static let noMemory =
    "Fatal error: failed to allocate 570425280 bytes of memory with alignment 8\n" + frame

  // MARK: The program

  private func outcome(
    _ ending: ChildProcess.Ending, _ said: String = "", _ records: [Record] = [.block(0)]
  ) -> RunOutcome {
    classifier.outcome(of: ProgramRunner.Run(ending: ending, said: said, records: records))
  }

  @Test func aProgramThatRecordsItsEndIsFinished() {
    #expect(outcome(.exited(0), "", [.block(0), .end]).ending == .finished)
    // Text that is printed at exit does not count.
    #expect(outcome(.exited(0), "", [.end, .text("")]).ending == .finished)
    #expect(outcome(.exited(0), "", [.block(0), .end, .text("bye\n")]).ending == .finished)
    #expect(outcome(.exited(0), "", [.text("a"), .end, .block(0)]).ending == .leftEarly(status: 0))
  }

  @Test func aProgramThatExitsBeforeItsEndLeavesEarly() {
    #expect(outcome(.exited(3)).ending == .leftEarly(status: 3))
    #expect(outcome(.exited(0)).ending == .leftEarly(status: 0))
  }

  @Test(arguments: [ChildProcess.Ending.signalled(SIGILL), .exited(128 + SIGILL)])
  func aCrashIsATrapWithTheRuntimesMessageAtItsPlace(ending: ChildProcess.Ending) {
    #expect(
      outcome(ending, Self.trap, [.block(0), .crash(signal: SIGILL), .text("a")]).ending
        == .trapped(said: "too far", place: Self.place))
  }

  @Test(arguments: [
    ChildProcess.Ending.signalled(SIGILL), .exited(128 + SIGILL), .signalled(SIGTERM),
    .exited(128 + SIGKILL), .exited(255),
  ])
  func aSignalOrAStatusThatItsHostSawNoCrashOfIsAnEndOfItsOwn(ending: ChildProcess.Ending) {
    guard case .leftEarly(let status) = outcome(ending, Self.trap).ending else {
      Issue.record("it left by itself")
      return
    }
    #expect(status >= 128)
  }

  @Test func aCrashBehindTheEndIsACrashAndOneOfACopyIsNone() {
    let behind = outcome(.signalled(SIGILL), Self.trap, [.block(0), .end, .crash(signal: SIGILL)])
    #expect(behind.ending == .trapped(said: "too far", place: Self.place))
    // Other threads may go on for a moment.
    let before = outcome(
      .signalled(SIGILL), Self.trap, [.block(0), .crash(signal: SIGILL), .block(0)])
    #expect(before.ending == .trapped(said: "too far", place: Self.place))
    let ofAnother = outcome(.signalled(SIGQUIT), Self.frame, [.block(0), .crash(signal: SIGILL)])
    #expect(ofAnother.ending == .timedOut(place: Self.place))
    let ofCopy = outcome(.exited(0), "", [.block(0), .crash(signal: SIGILL), .end])
    #expect(ofCopy.ending == .finished && ofCopy.records == [.block(0), .end])
  }

  @Test func anErrorThatNothingCatchesIsPlacedAtTheStatementReachedLast() {
    let said = "Fatal error: Error raised at top level: lesson_x.E()\n" + Self.frame
    #expect(
      outcome(
        .signalled(SIGILL), said,
        [.block(0), .throwing(block: 0, offset: 8), .crash(signal: SIGILL)]
      ).ending
        == .trapped(
          said: "an error was thrown and not caught: E()",
          place: RunOutcome.Place(block: 0, claim: nil, line: 0, offset: 8)))
  }

  @Test(arguments: [SIGABRT, SIGSEGV])
  func wordsOfTheRuntimesAreTheProgramsOwnWhereItDidNotTrap(signal: Int32) {
    guard
      case .trapped(let said, _) = outcome(
        .signalled(signal), Self.trap, [.crash(signal: signal)]
      ).ending
    else {
      Issue.record("it is no trap")
      return
    }
    #expect(!said.contains("too far"))
  }

  @Test(arguments: [
    (ChildProcess.Ending.timedOut, ""), (.signalled(SIGQUIT), ""), (.exited(128 + SIGQUIT), ""),
  ])
  func aProgramIsTimedOutByTheRunnerOrTheSignal(
    ending: ChildProcess.Ending, said: String
  ) {
    #expect(outcome(ending, said + Self.frame).ending == .timedOut(place: Self.place))
  }

  @Test func aFailedAllocationIsOutOfMemory() {
    #expect(
      outcome(.signalled(SIGILL), Self.noMemory, [.crash(signal: SIGILL)]).ending
        == .outOfMemory(place: Self.place))
  }

  @Test(arguments: [
    ChildProcess.Ending.wroteTooMuch, .signalled(SIGXFSZ), .exited(128 + SIGXFSZ),
  ])
  func tooMuchOutputOrTooLargeAFileIsTooMuch(ending: ChildProcess.Ending) {
    #expect(outcome(ending).ending == .wroteTooMuch)
  }

  @Test func whatAProgramPrintsBeyondItsLimitIsDroppedAndTheRecordsStay() {
    let records: [Record] = [.text("123456"), .block(0), .text("789 1"), .end]
    let result = outcome(.exited(0), "", records)
    #expect(result.ending == .wroteTooMuch)
    #expect(result.records == [.block(0), .end])
    #expect(outcome(.exited(0), "", [.text("123456"), .text("7890"), .end]).ending == .finished)
  }

  // MARK: Copies

  private func attempt(
    _ status: Int32, _ said: String = "", finished: Bool = false
  ) -> RunOutcome.Ending? {
    let records: [Record] =
      [.attemptBegan(1)] + (finished ? [.attemptFinished] : [])
      + [.attemptEnded(1, status: status, said: said), .end]
    let result = outcome(.exited(0), "", records)
    #expect(result.records[records.count - 2] == .attemptEnded(1, status: status, said: ""))
    #expect(result.ending == .finished)
    return result.attempts[1]?.ending
  }

  @Test func anAttemptThatComesToItsEndIsFinished() {
    #expect(attempt(0, finished: true) == .finished)
    #expect(attempt(0) == .leftEarly(status: 0))
    #expect(attempt(3 << 8) == .leftEarly(status: 3))
  }

  @Test func anAttemptEndsInTheWaysOfAProgram() {
    #expect(attempt(SIGILL, Self.trap) == .trapped(said: "too far", place: Self.place))
    #expect(attempt(SIGILL, Self.noMemory) == .outOfMemory(place: Self.place))
    #expect(attempt(SIGXFSZ) == .wroteTooMuch)
    #expect(attempt(SIGQUIT) == .timedOut(place: nil))
  }

  /// Words of the runtime, of this tool's and of its limits.
  @Test(arguments: [trap, noMemory, "\ngradus: time limit\n", "*** Program crashed ***\n"])
  func whatAProgramPrintsIsNotTakenForHowItEnded(said: String) {
    #expect(outcome(.exited(0), said).ending == .leftEarly(status: 0))
    #expect(outcome(.exited(0), said, [.block(0), .end]).ending == .finished)
    #expect(attempt(1 << 8, said) == .leftEarly(status: 1))
    #expect(attempt(0, said, finished: true) == .finished)
  }

  /// A program may print any line and column, whole or in units.
  @Test(arguments: [
    "-50000", "0", "3", "6", "200000000", "\(Int.max)", "\(Int.min)", "4:\(Int.max)",
    "4:\(Int.min)", "4:-5", "200010001:\(Int.max)", "9223372036854775808",
  ])
  func aForgedPlaceOfACrashIsJudgedLikeOneThatIsNotKnown(place: String) throws {
    let lesson = classifier.program.numbering.lesson
    let unit = CompilationUnit(index: 0, blocks: 0..<1, claims: 0..<0, dependencies: [])
    let ofUnits = EndingClassifier(
      program: LessonProgram(numbering: ProgramNumbering(lesson: lesson, units: [unit])),
      outputLimit: 10)
    for said in ["x.md:\(place): Fatal error\n", "0 in f() at x.md:\(place)\n"] {
      for classifier in [classifier, ofUnits] {
        let outcome = classifier.outcome(
          of: ProgramRunner.Run(
            ending: .signalled(SIGABRT), said: said, records: [.block(0), .crash(signal: SIGABRT)]))
        let kept = try #require(RunOutcome(encoded: outcome.encoded))
        let checks = LessonJudge.judge(lesson, kept).checks.filter { $0.rule == .trapped }
        #expect(checks.map(\.position.line) == [4])
      }
    }
  }

  @Test(arguments: [-1, 13, Int.max, Int.min])
  func aStatementThatTheLessonHasNotThrewNothing(offset: Int) {
    let said = "Fatal error: Error raised at top level: E()\n"
    #expect(
      outcome(
        .signalled(SIGILL), said,
        [
          .throwing(block: 0, offset: offset), .throwing(block: offset, offset: 0),
          .crash(signal: SIGILL),
        ]
      ).ending
        == .trapped(said: "an error was thrown and not caught: E()", place: nil))
  }

  @Test func anAttemptIsNotFinishedBecauseTheOneBeforeItWas() {
    let result = outcome(
      .exited(0), "",
      [
        .attemptBegan(0), .attemptFinished, .attemptEnded(0, status: 0, said: ""),
        .attemptBegan(1), .attemptEnded(1, status: 0, said: ""), .end,
      ])
    #expect(result.attempts[0]?.ending == .finished)
    #expect(result.attempts[1]?.ending == .leftEarly(status: 0))
  }

  @Test func ofATrapTheMessageAloneIsKept() {
    let result = outcome(
      .exited(0), "", [.trap(block: 0, status: SIGILL, said: Self.trap), .end])
    #expect(result.records[0] == .trap(block: 0, status: SIGILL, said: "too far"))
  }

  @Test func aBlockThatDidNotTrapSaidNothingOfACrash() {
    for status: Int32 in [0, 3 << 8] {
      let result = outcome(.exited(0), "", [.trap(block: 0, status: status, said: ""), .end])
      #expect(result.records[0] == .trap(block: 0, status: status, said: ""))
    }
  }

  // MARK: Tools

  @Test func aProgramThatTheLoaderDoesNotTakeIsTheLessonsFault() {
    let said = "lesson-host: can't load /gradus/lesson.so: undefined symbol: nowhere\n"
    #expect(
      outcome(.exited(70), said, []).ending == .didNotLink(said: "undefined symbol: nowhere"))
    // What a lesson prints is not believed.
    #expect(outcome(.exited(70), said).ending == .leftEarly(status: 70))
  }

  @Test func whatTheLinkerSaysOfSymbolsIsTheLessonsFaultToo() {
    let said = "ld.lld: error: duplicate symbol: twice\n>>> defined at /tmp/x/lesson.o\n"
    #expect(
      EndingClassifier.ending(ofLinkerThatSaid: said)
        == .didNotLink(said: "duplicate symbol: twice"))
    let other = "ld.lld: error: cannot open a.o: No such file or directory"
    #expect(EndingClassifier.ending(ofLinkerThatSaid: other) == .compilerFailed(other))
  }

  @Test func aCompilerThatFindsErrorsMeansThatTheProgramDoesNotCompile() {
    func ending(_ ended: ChildProcess.Ending, errorCount: Int = 0) -> RunOutcome.Ending? {
      EndingClassifier.ending(ofCompiler: ended, said: "a\nb\n\nc\nd", errorCount: errorCount)
    }
    #expect(ending(.exited(0)) == nil)
    #expect(ending(.exited(1), errorCount: 2) == .didNotCompile)
    #expect(ending(.exited(1)) == .compilerFailed("a\nb\nc"))
    #expect(ending(.signalled(SIGSEGV), errorCount: 2) == .compilerFailed("a\nb\nc"))
    #expect(ending(.timedOut) == .compilerFailed("it took longer than a minute"))
  }
}
