import FileSystem
import Glibc
import LessonFormat

/// What becomes of a lesson: its programs are compiled, linked and run, and how each ended is
/// classified.
struct LessonExecution {
  let lesson: Lesson
  let imports: [String]
  let folder: ProgramFolder
  let compiler: ProgramCompiler
  let linker: ProgramLinker
  let runner: ProgramRunner
  /// Where compiled units of lessons are kept; nil compiles every lesson as a whole.
  let units: UnitStore?

  /// - Parameters:
  ///   - course: The folder that holds the lesson and its `data`.
  ///   - scratch: A folder of this execution's own.
  ///   - moduleCache: Where the compiler keeps the modules that it has read.
  init(
    lesson: Lesson, imports: [String], toolchain: Toolchain, sandbox: Sandbox, course: String,
    scratch: String, moduleCache: String, units: UnitStore? = nil
  ) {
    self.lesson = lesson
    self.imports = imports
    self.units = units
    folder = ProgramFolder(path: scratch)
    let confinement = sandbox.confinementOfTools(writable: [scratch, moduleCache])
    compiler = ProgramCompiler(
      lesson: lesson,
      frontend: CompilerFrontend(
        toolchain: toolchain, moduleCache: moduleCache, home: scratch, confinement: confinement),
      folder: folder)
    linker = ProgramLinker(
      toolchain: toolchain, folder: folder, imports: lesson.importedModules,
      confinement: confinement)
    runner = ProgramRunner(sandbox: sandbox, course: course)
  }

  func run() throws(ProcessError) -> RunOutcome {
    let inUnits = try linkedUnits()
    // Blocks that must fail are not part of the program. Neither is what needs a program of its own; and
    // the compiler uses one core.
    let failing = lesson.blocks.filter { $0.execution == .fails }.map(Part.failing)
    let trapping = lesson.blocks.filter { $0.execution == .traps && $0.trapsApart }
      .map(Part.trapping)
    let apart = lesson.attempts.filter { !lesson.canHold($0) }.map(Part.attempt)
    let parts = [.program] + failing + apart + trapping
    let outcomes = try Parallel.map(parts) { part throws(ProcessError) in
      switch part {
      case .program:
        if let inUnits { return try run(inUnits) }
        return try runWhole()
      case .failing(let block):
        switch try verdict(on: block, after: inUnits) {
        case .read(let errors): return RunOutcome(failing: [block.index: errors])
        case .undecided(let reason): return RunOutcome(undecided: [block.index: reason])
        }
      case .trapping(let block): return try runApart(block)
      case .attempt(let attempt): return try runApart(attempt)
      }
    }
    var outcome = outcomes[0]
    for (part, ran) in zip(parts, outcomes).dropFirst() {
      if case .trapping(let block) = part {
        outcome.insert(ran, of: block)
      } else {
        outcome.add(ran)
      }
    }
    return outcome
  }

  /// What is compiled and run by itself.
  private enum Part: Sendable {
    case program
    case failing(CodeBlock)
    case trapping(CodeBlock)
    case attempt(Attempt)
  }

  private var runsSomething: Bool {
    !lesson.claims.isEmpty || lesson.blocks.contains(where: \.execution.isInProgram)
  }

  // MARK: The lesson's program

  /// The program of a lesson that is compiled in units; nil when it can't be.
  private func linkedUnits() throws(ProcessError) -> UnitProgram? {
    guard runsSomething, let units,
      let program = try UnitCompiler(compiler: compiler, imports: imports, store: units).compile(),
      try linker.link(program.objects, to: "lesson") == nil
    else { return nil }
    return program
  }

  private func run(_ units: UnitProgram) throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome(rejected: units.rejected)
    outcome.take(try runLesson(units.program, entries: units.entries))
    return outcome
  }

  /// Compiles and runs all blocks that must compile, as one program.
  private func runWhole() throws(ProcessError) -> RunOutcome {
    guard runsSomething else { return RunOutcome() }
    let whole = try LessonCompiler(compiler: compiler, imports: imports).compile("lesson")
    var outcome = RunOutcome(rejected: whole.rejected)
    outcome.messages = whole.messages
    var ending = whole.ending
    if ending == nil { ending = try linker.link([folder.object("lesson")], to: "lesson") }
    if let ending {
      outcome.ending = ending
      return outcome
    }
    outcome.take(try runLesson(whole.program))
    for attempt in whole.apart { outcome.add(try runApart(attempt)) }
    return outcome
  }

  private func run(
    _ name: String, _ program: LessonProgram, entries: [String]? = nil,
    filled: (places: [GlobalVariables.Place], byte: UInt8) = ([], 0), seconds: Double = .infinity
  ) throws(ProcessError) -> RunOutcome {
    let run = try runner.run(
      folder.library(name), entries: entries ?? [lesson.entry], numbering: program.numbering,
      filled: filled, seconds: seconds)
    return EndingClassifier(program: program, outputLimit: runner.sandbox.limits.output)
      .outcome(of: run)
  }

  /// Runs the lesson's program, and finds what it reads too early. What has a program of its own has no
  /// variables but those before it, which this one has as well.
  private func runLesson(
    _ program: LessonProgram, entries: [String]? = nil
  ) throws(ProcessError) -> RunOutcome {
    let started = Clock.seconds
    var outcome = try run("lesson", program, entries: entries)
    guard !lesson.lateVariables.isEmpty, let bytes = try? Files.read(folder.library("lesson"))
    else { return outcome }
    // With other values it may never end.
    let took = Clock.seconds - started
    let patience = 5 + 5 * took
    // What is slow is not run for minutes.
    let end = Clock.seconds + max(10, 12 * took)
    var search = EarlyUseSearch(
      lesson: lesson, places: GlobalVariables(of: bytes, module: lesson.module).places
    ) { places, byte throws(ProcessError) in
      try run("lesson", program, entries: entries, filled: (places, byte), seconds: patience)
    }
    search.isOver = { Clock.seconds > end }
    outcome.earlyUses = try search.uses(in: outcome)
    return outcome
  }

  // MARK: What has programs of its own

  /// Compiles and runs the lesson up to an exercise, and one attempt at it.
  private func runApart(_ attempt: Attempt) throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome()
    let name = "attempt-\(attempt.index)"
    let (program, rejection) = try LessonCompiler(compiler: compiler, imports: imports)
      .compile(attempt, name)
    switch rejection {
    case .ofAttempt(let rejected): outcome.attempts[attempt.index] = rejected
    case .ofLesson: break
    case nil:
      if let ending = try linker.link([folder.object(name)], to: name) {
        outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(ending: ending)
        return outcome
      }
      let whole = try run(name, program)
      outcome.attempts = whole.attempts
      guard let start = whole.records.firstIndex(of: .attemptBegan(attempt.index)) else {
        if case .didNotLink = whole.ending {
          outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(ending: whole.ending)
        }
        break
      }
      outcome.records = whole.records[start...].filter { $0 != .end }
      if lesson.isAsynchronous(attempt) {
        outcome.attempts[attempt.index] = RunOutcome.AttemptOutcome(ending: whole.ending)
        outcome.records.append(.attemptEnded(attempt.index, status: 0, said: ""))
      }
    }
    return outcome
  }

  /// Compiles and runs the lesson up to a `traps` block that waits, and that block.
  ///
  /// - Returns: The records of the block, and none where it was not reached.
  private func runApart(_ block: CodeBlock) throws(ProcessError) -> RunOutcome {
    let name = "traps-\(block.index)"
    let program = LessonProgram.trapping(block, of: lesson, imports: imports)
    let compiled = try compiler.compile(program, name)
    var ending = compiled.ending
    if ending == nil { ending = try linker.link([folder.object(name)], to: name) }
    if let ending {
      return RunOutcome(messages: compiled.messages, ending: ending)
    }
    let whole = try run(name, program)
    guard let start = whole.records.lastIndex(of: .block(block.index)) else { return RunOutcome() }
    let records = whole.records[(start + 1)...].filter { $0 != .end }
    return RunOutcome(records: records + [whole.ending.record(ofTrap: block.index)])
  }

  /// What the compiler says of a `fails` block. `units` is the lesson's program when it is compiled
  /// in units: what it finds with them it finds in the whole, if it finds anything.
  private func verdict(
    on block: CodeBlock, after units: UnitProgram?
  ) throws(ProcessError) -> ProgramCompiler.Verdict {
    if let program = units?.failing(block),
      case .read(let errors) = try compiler.verdict(on: program, block)
    {
      let areTheBlocks = errors.allSatisfy { error in
        error.place?.block == block.index && !error.text.contains(lesson.module + "_")
      }
      if !errors.isEmpty, areTheBlocks { return .read(errors: errors) }
    }
    func verdict(inScope: Bool) throws(ProcessError) -> ProgramCompiler.Verdict {
      try compiler.verdict(
        on: LessonProgram.failing(block, of: lesson, imports: imports, inScope: inScope), block)
    }
    let scoped = try verdict(inScope: true)
    guard case .read(let errors) = scoped, errors.isEmpty else { return scoped }
    // What was declared before may be declared again in a scope only.
    return try verdict(inScope: false)
  }
}

extension RunOutcome {
  /// The attempts that the compiler rejects, and nothing else yet.
  fileprivate init(rejected: [Int: [Message]]) {
    self.init()
    attempts = rejected.mapValues { AttemptOutcome(messages: $0, ending: .didNotCompile) }
  }

  /// Takes over what a run of the whole program brought.
  fileprivate mutating func take(_ run: RunOutcome) {
    records = run.records
    ending = run.ending
    faultAddress = run.faultAddress
    earlyUses = run.earlyUses
    attempts.merge(run.attempts) { _, second in second }
  }

  /// Puts what a `traps` block did in a program of its own where the lesson's program reached it. When it
  /// does not compile there, the lesson does not.
  fileprivate mutating func insert(_ part: RunOutcome, of block: CodeBlock) {
    switch (ending, part.ending) {
    case (.didNotCompile, _), (.compilerFailed, _), (.didNotLink, _): break
    case (_, .didNotCompile), (_, .compilerFailed), (_, .didNotLink):
      messages += part.messages
      ending = part.ending
    default:
      guard let place = records.lastIndex(of: .block(block.index)) else { return }
      records.insert(contentsOf: part.records, at: place + 1)
    }
  }

  /// Adds what came of a part that was compiled by itself.
  fileprivate mutating func add(_ part: RunOutcome) {
    failing.merge(part.failing) { first, _ in first }
    undecided.merge(part.undecided) { first, _ in first }
    switch ending {
    case .didNotCompile, .compilerFailed, .didNotLink: break
    default:
      records += part.records
      attempts.merge(part.attempts) { _, second in second }
    }
  }
}

extension RunOutcome.Ending {
  /// The record of a copy that ended so, for a `traps` block that was a program of its own.
  fileprivate func record(ofTrap block: Int) -> Record {
    switch self {
    case .trapped(let said, _): .trap(block: block, status: SIGILL, said: said)
    case .outOfMemory: .trap(block: block, status: SIGABRT, said: "the block ran out of memory")
    case .leftEarly(let status): .trap(block: block, status: status << 8, said: "")
    case .timedOut: .trap(block: block, status: SIGQUIT, said: "")
    case .finished, .wroteTooMuch, .didNotCompile, .didNotLink, .compilerFailed:
      .trap(block: block, status: 0, said: "")
    }
  }
}
