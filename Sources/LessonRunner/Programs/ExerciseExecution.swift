import Glibc
import LessonFormat

/// Exercises: each attempt is run in a copy of the lesson's program, or in a program of its own.
extension LessonExecution {
  /// Compiles the lesson with those attempts at its exercises that the compiler accepts.
  ///
  /// An attempt that it rejects goes into the outcome with what was said, and out of the program:
  /// exercises must not keep the rest of the lesson from running. The compiler finds some mistakes
  /// only when it finds no others, such as a variable without a value; hence the loop.
  ///
  /// - Returns: The program, what keeps it from being run, and attempts that a compiler that gave up
  ///   should be asked about one by one.
  func compileWhole(
    into outcome: inout RunOutcome
  ) throws(ProcessError) -> (
    program: LessonProgram, ending: RunOutcome.Ending?, apart: [Attempt]
  ) {
    var attempts = lesson.attempts.filter(lesson.canHold)
    var apart: [Attempt] = []
    while true {
      let program = LessonProgram.running(lesson, attempts: attempts, imports: imports)
      let compiled = try compile(program, "lesson")
      outcome.messages = compiled.messages + placed(compiled.atEnd, by: compiled.messages)
      guard let ending = compiled.ending else { return (program, nil, apart) }
      let rejected = compiled.ofAttempts.filter { $0.value.contains { $0.severity == .error } }
      if !rejected.isEmpty {
        for (index, messages) in rejected {
          outcome.attempts[index] = RunOutcome.AttemptOutcome(
            messages: messages, ending: .didNotCompile)
        }
        attempts.removeAll { rejected[$0.index] != nil }
      } else if case .compilerFailed = ending, !attempts.isEmpty {
        (apart, attempts) = (attempts, [])
      } else {
        // What is said of an attempt may only follow from what is wrong with the lesson.
        outcome.attempts = [:]
        return (program, ending, [])
      }
    }
  }

  /// Compiles and runs the lesson up to an exercise, and one attempt of it.
  func runApart(_ attempt: Attempt) throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome()
    let program = LessonProgram.apart(attempt, of: lesson, imports: imports)
    let name = "attempt-\(attempt.index)"
    let compiled = try compile(program, name)
    if let ending = compiled.ending {
      let ofAttempt = compiled.ofAttempts[attempt.index] ?? []
      let messages = ofAttempt + placed(compiled.atEnd, by: ofAttempt)
      // Without a message of its own, the lesson before it is at fault.
      if ending != .didNotCompile || !messages.isEmpty {
        outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(
          messages: messages, ending: ending)
      }
      return outcome
    }
    if let failure = try link(name) {
      outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(ending: .compilerFailed(failure))
      return outcome
    }
    var whole = RunOutcome()
    try run(program, name, into: &whole)
    outcome.attempts = whole.attempts
    if let start = whole.records.firstIndex(of: .attemptBegan(attempt.index)) {
      outcome.records = whole.records[start...].filter { $0 != .end }
    }
    return outcome
  }

  /// Messages about the program's end, at the place that a note names, such as that of the brace
  /// which is still open.
  private func placed(
    _ messages: [RunOutcome.Message], by notes: [RunOutcome.Message]
  ) -> [RunOutcome.Message] {
    messages.map { message in
      RunOutcome.Message(
        severity: message.severity, place: message.place ?? notes.lazy.compactMap(\.place).first,
        text: message.text)
    }
  }

  /// How each attempt ended, by its records. What it said is kept in these words only: the lines of
  /// a crash's report are those of today.
  func takeAttempts(of program: LessonProgram, into outcome: inout RunOutcome) {
    var isFinished = false
    for (index, record) in outcome.records.enumerated() {
      switch record {
      case .attemptBegan: isFinished = false
      case .attemptFinished: isFinished = true
      case .attemptEnded(let attempt, let status, let said):
        outcome.records[index] = .attemptEnded(attempt, status: status, said: "")
        outcome.attempts[attempt] = RunOutcome.AttemptOutcome(
          ending: isFinished && status == 0 ? .finished : ending(status, said, in: program))
      default: break
      }
    }
  }

  private func ending(
    _ status: Int32, _ said: String, in program: LessonProgram
  ) -> RunOutcome.Ending {
    let report = CrashReport.read(said, file: lesson.file.path)
    let place = report.line.flatMap {
      self.place(line: $0, column: report.column ?? 1, in: program)
    }
    if said.contains("gradus: time limit") { return .timedOut(place: place) }
    if report.isOutOfMemory { return .outOfMemory(place: place) }
    if status & 0x7F == SIGXFSZ { return .wroteTooMuch }
    if status & 0x7F != 0 { return .trapped(said: report.message, place: place) }
    return .leftEarly(status: status >> 8 & 0xFF)
  }
}

extension RunOutcome {
  /// Adds what came of a part that was compiled by itself.
  mutating func add(_ part: RunOutcome) {
    failing.merge(part.failing) { first, _ in first }
    switch ending {
    case .didNotCompile, .compilerFailed: break
    default:
      records += part.records
      attempts.merge(part.attempts) { _, second in second }
    }
  }
}
