import Glibc
import LessonKit

/// Says how things ended: a compiler, a lesson's program, an attempt at an exercise.
///
/// A program ends in one of few ways (`RunOutcome.Ending`), and what tells which is scattered: how
/// the process ended, what it said last, which records came. This is the one place that decides.
package struct EndingClassifier {
  let program: LessonProgram
  /// The most that the lesson may print.
  let outputLimit: Int

  /// - Parameter outputLimit: The most that the lesson may print.
  package init(program: LessonProgram, outputLimit: Int) {
    self.program = program
    self.outputLimit = outputLimit
  }

  // MARK: Programs

  /// What came of a run: its records, how it ended, and how each attempt in it did.
  package func outcome(of run: ProgramRunner.Run) -> RunOutcome {
    var outcome = RunOutcome(records: run.records)
    // Those of copies are told by how the copies ended.
    outcome.records.removeAll { if case .crash = $0 { true } else { false } }
    outcome.ending =
      run.loadFailure.map(Self.ending(ofLoaderThatSaid:))
      ?? ending(
        of: Self.ending(of: run), said: run.said,
        cameToEnd: run.records.last { !$0.isText } == .end, records: run.records[...])
    if printedTooMuch(run.records) {
      outcome.ending = .wroteTooMuch
      outcome.records.removeAll(where: \.isText)
    }
    if case .trapped(CrashReport.strayMemory, _) = outcome.ending {
      outcome.faultAddress = report(run.said, .signalled(SIGSEGV)).address
    }
    settleCopies(in: &outcome)
    return outcome
  }

  /// How a run ended: by a crash only where its host saw one, since a program may end with any status and
  /// send itself any signal. bwrap gives a signal as 128 and its number.
  private static func ending(of run: ProgramRunner.Run) -> ChildProcess.Ending {
    let signal: Int32
    switch run.ending {
    case .exited(let status) where status >= 128: signal = status - 128
    case .signalled(let number): signal = number
    default: return run.ending
    }
    // A process that the program has started may crash as well, and other threads go on for a moment.
    let last = run.records.last { record in
      switch record {
      case .crash, .trap, .attemptEnded, .end: true
      default: false
      }
    }
    if last == .crash(signal: signal) { return .signalled(signal) }
    return [SIGQUIT, SIGXFSZ].contains(signal) ? .signalled(signal) : .exited(128 + signal)
  }

  /// How a process ended that ran the lesson's code. What the code printed is never taken for that: it
  /// only tells the words and the place of a crash.
  ///
  /// - Parameters:
  ///   - said: What it wrote to its standard error.
  ///   - cameToEnd: Whether its last line was reached.
  ///   - records: Its records, with the lesson's own numbers.
  func ending(
    of ended: ChildProcess.Ending, said: String, cameToEnd: Bool, records: ArraySlice<Record>
  ) -> RunOutcome.Ending {
    if ended == .wroteTooMuch { return .wroteTooMuch }
    if ended == .tookTooMuch { return .outOfMemory(place: nil) }
    let report = report(said, ended)
    let place =
      report.isUncaughtError
      ? lastThrowing(in: records)
      : report.line.flatMap { program.place(line: $0, column: report.column ?? 1) }
    if ended == .timedOut || ended == .signalled(SIGQUIT) { return .timedOut(place: place) }
    if cameToEnd { return .finished }
    if case .exited(let status) = ended { return .leftEarly(status: status) }
    if ended == .signalled(SIGXFSZ) { return .wroteTooMuch }
    if report.isOutOfMemory { return .outOfMemory(place: place) }
    return .trapped(said: report.message, place: place)
  }

  /// Where the statement throws that was reached last.
  private func lastThrowing(in records: ArraySlice<Record>) -> RunOutcome.Place? {
    let blocks = program.numbering.lesson.blocks
    for case .throwing(let block, let offset) in records.reversed()
    where blocks.indices.contains(block) && (0...blocks[block].code.utf8.count).contains(offset) {
      let before = blocks[block].code.utf8.prefix(offset)
      let lineStart = before.lastIndex(of: 10).map { before.index(after: $0) } ?? before.startIndex
      return RunOutcome.Place(
        block: block, claim: nil, line: before.count { $0 == 10 },
        offset: before.distance(from: lineStart, to: before.endIndex))
    }
    return nil
  }

  private func report(_ said: String, _ ended: ChildProcess.Ending) -> CrashReport {
    let signal: Int32? = if case .signalled(let signal) = ended { signal } else { nil }
    return CrashReport.read(said, file: program.numbering.lesson.file.path, signal: signal)
  }

  private func printedTooMuch(_ records: [Record]) -> Bool {
    var printed = 0
    for case .text(let text) in records { printed += text.utf8.count }
    return printed > outputLimit
  }

  // MARK: Copies of the program

  /// Takes out of the records what copies of the program said, and says how each attempt ended. Of
  /// what a copy said when it trapped, the message alone is kept: the addresses and lines of a
  /// crash's report are those of one run.
  private func settleCopies(in outcome: inout RunOutcome) {
    var isFinished = false
    var start = 0
    for (index, record) in outcome.records.enumerated() {
      switch record {
      case .trap(let block, let status, let said):
        let ended = ChildProcess.Ending(waitStatus: status)
        let message = if case .signalled = ended { report(said, ended).message } else { "" }
        outcome.records[index] = .trap(block: block, status: status, said: message)
      case .attemptBegan:
        isFinished = false
        start = index
      case .attemptFinished: isFinished = true
      case .attemptEnded(let attempt, let status, let said):
        outcome.records[index] = .attemptEnded(attempt, status: status, said: "")
        // Each ends once: a lesson that forges more must not have all its records read for each.
        defer { start = index + 1 }
        guard outcome.attempts[attempt] == nil else { break }
        outcome.attempts[attempt] = RunOutcome.AttemptOutcome(
          ending: ending(
            of: ChildProcess.Ending(waitStatus: status), said: said,
            cameToEnd: isFinished && status == 0, records: outcome.records[start..<index]))
      default: break
      }
    }
  }

  // MARK: Compilers and linkers

  /// How compiling ended; nil when there is something to be run.
  static func ending(
    ofCompiler ended: ChildProcess.Ending, said: String, errorCount: Int
  ) -> RunOutcome.Ending? {
    switch ended {
    case .exited(0): nil
    case .exited where errorCount > 0: .didNotCompile
    case .timedOut: .compilerFailed("it took longer than a minute")
    default: .compilerFailed(firstLines(said))
    }
  }

  /// How it ended where the compiler found nothing wrong and the linker did. What it says of symbols is
  /// about the lesson.
  static func ending(ofLinkerThatSaid said: String) -> RunOutcome.Ending {
    let aboutSymbols = said.split(separator: "\n").compactMap { line in
      line.firstRange(of: "error: ").map { line[$0.upperBound...] }
    }.filter { $0.contains("symbol: ") }
    return aboutSymbols.isEmpty
      ? .compilerFailed(firstLines(said))
      : .didNotLink(said: aboutSymbols.prefix(3).joined(separator: ", "))
  }

  /// How it ended where the loader did not find all that the program uses.
  static func ending(ofLoaderThatSaid said: String) -> RunOutcome.Ending {
    .didNotLink(said: said)
  }

  /// As much of what a tool said as a message holds.
  static func firstLines(_ said: String) -> String {
    said.split(separator: "\n").prefix(3).joined(separator: "\n")
  }
}
