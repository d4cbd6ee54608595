import LessonFormat

/// Compiles a lesson as one program, with those attempts at its exercises that the compiler accepts.
struct LessonCompiler: Sendable {
  let compiler: ProgramCompiler
  let imports: [String]
  private var lesson: Lesson { compiler.lesson }

  /// What came of compiling the whole lesson.
  struct Whole {
    var program: LessonProgram
    /// What keeps the program from being run; nil when nothing does.
    var ending: RunOutcome.Ending?
    /// What was said of the program.
    var messages: [RunOutcome.Message]
    /// The attempts that do not compile, and what was said of them.
    var rejected: [Int: [RunOutcome.Message]] = [:]
    /// Attempts that a compiler that gave up should be asked about one by one.
    var apart: [Attempt] = []
  }

  /// Compiles all blocks that must compile.
  ///
  /// An attempt that the compiler rejects goes out of the program: exercises must not keep the rest
  /// of the lesson from running. The compiler finds some mistakes only when it finds no others, such
  /// as a variable without a value; so it is asked again without them.
  func compile(_ name: String) throws(ProcessError) -> Whole {
    var attempts = lesson.attempts.filter(lesson.canHold)
    var rejected: [Int: [RunOutcome.Message]] = [:]
    var apart: [Attempt] = []
    while true {
      let program = LessonProgram.running(lesson, attempts: attempts, imports: imports)
      let compiled = try compiler.compile(program, name)
      let messages = compiled.messages + placed(compiled.atEnd, by: compiled.messages)
      guard let ending = compiled.ending else {
        return Whole(
          program: program, ending: nil, messages: messages, rejected: rejected, apart: apart)
      }
      let faulty = compiled.rejectedAttempts
      if !faulty.isEmpty {
        rejected.merge(faulty) { _, second in second }
        attempts.removeAll { faulty[$0.index] != nil }
      } else if case .compilerFailed = ending, !attempts.isEmpty {
        (apart, attempts) = (attempts, [])
      } else {
        // What is said of an attempt may only follow from what is wrong with the lesson.
        return Whole(program: program, ending: ending, messages: messages)
      }
    }
  }

  /// Compiles the lesson up to an exercise, and one attempt at it.
  ///
  /// - Returns: The program, and what the compiler says against the attempt: nil when there is
  ///   something to be run, and no outcome when the lesson before the attempt is at fault.
  func compile(
    _ attempt: Attempt, _ name: String
  ) throws(ProcessError) -> (program: LessonProgram, rejection: Rejection?) {
    let program = LessonProgram.apart(attempt, of: lesson, imports: imports)
    let compiled = try compiler.compile(program, name)
    guard let ending = compiled.ending else { return (program, nil) }
    let ofAttempt = compiled.ofAttempts[attempt.index] ?? []
    let messages = ofAttempt + placed(compiled.atEnd, by: ofAttempt)
    // Without a message of its own, the lesson before it is at fault.
    guard ending != .didNotCompile || !messages.isEmpty else { return (program, .ofLesson) }
    return (
      program, .ofAttempt(RunOutcome.AttemptOutcome(messages: messages, ending: ending))
    )
  }

  /// Why an attempt with a program of its own can't be run.
  enum Rejection {
    case ofLesson
    case ofAttempt(RunOutcome.AttemptOutcome)
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
}
