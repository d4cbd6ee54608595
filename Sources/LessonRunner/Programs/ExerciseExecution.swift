import Glibc
import LessonFormat

/// Exercises: each side is run in a copy of the lesson's program, or in a program of its own.
extension LessonExecution {
  /// Compiles the lesson with those sides of its exercises that the compiler accepts.
  ///
  /// A side that it rejects goes into the outcome with what was said, and out of the program:
  /// exercises must not keep the rest of the lesson from running. The compiler finds some mistakes
  /// only when it finds no others, such as a variable without a value; hence the loop.
  ///
  /// - Returns: The program, what keeps it from being run, and sides that a compiler that gave up
  ///   should be asked about one by one.
  func compileWhole(
    into outcome: inout RunOutcome
  ) throws(ProcessError) -> (
    program: LessonProgram, ending: RunOutcome.Ending?, apart: [ExerciseSide]
  ) {
    var sides = lesson.sides.filter(lesson.canHold)
    var apart: [ExerciseSide] = []
    while true {
      let program = LessonProgram.running(lesson, sides: sides, imports: imports)
      let compiled = try compile(program, "lesson")
      outcome.messages = compiled.messages + placed(compiled.atEnd, by: compiled.messages)
      guard let ending = compiled.ending else { return (program, nil, apart) }
      let rejected = compiled.ofSides.filter { $0.value.contains { $0.severity == .error } }
      if !rejected.isEmpty {
        for (index, messages) in rejected {
          outcome.sides[index] = RunOutcome.Side(messages: messages, ending: .didNotCompile)
        }
        sides.removeAll { rejected[$0.index] != nil }
      } else if case .compilerFailed = ending, !sides.isEmpty {
        (apart, sides) = (sides, [])
      } else {
        // What is said of a side may only follow from what is wrong with the lesson.
        outcome.sides = [:]
        return (program, ending, [])
      }
    }
  }

  /// Compiles and runs the lesson up to an exercise, and one side of it.
  func runApart(_ side: ExerciseSide) throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome()
    let program = LessonProgram.apart(side, of: lesson, imports: imports)
    let name = "side-\(side.index)"
    let compiled = try compile(program, name)
    if let ending = compiled.ending {
      let ofSide = compiled.ofSides[side.index] ?? []
      let messages = ofSide + placed(compiled.atEnd, by: ofSide)
      // Without a message of its own, the lesson before it is at fault.
      if ending != .didNotCompile || !messages.isEmpty {
        outcome.sides[side.index] = RunOutcome.Side(messages: messages, ending: ending)
      }
      return outcome
    }
    if let failure = try link(name) {
      outcome.sides[side.index] = RunOutcome.Side(ending: .compilerFailed(failure))
      return outcome
    }
    var whole = RunOutcome()
    try run(program, name, into: &whole)
    outcome.sides = whole.sides
    if let start = whole.records.firstIndex(of: .enteredSide(side.index)) {
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

  /// How each side ended, by its records. What it said is kept in these words only: the lines of
  /// a crash's report are those of today.
  func takeSides(of program: LessonProgram, into outcome: inout RunOutcome) {
    var isFinished = false
    for (index, record) in outcome.records.enumerated() {
      switch record {
      case .enteredSide: isFinished = false
      case .leftSide: isFinished = true
      case .sideEnded(let side, let status, let said):
        outcome.records[index] = .sideEnded(side, status: status, said: "")
        outcome.sides[side] = RunOutcome.Side(
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
      sides.merge(part.sides) { _, second in second }
    }
  }
}
