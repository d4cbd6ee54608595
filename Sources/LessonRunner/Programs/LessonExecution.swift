import FileSystem
import Glibc
import LessonFormat

/// Compiles a lesson's program, runs it, and brings back what happened.
struct LessonExecution {
  let lesson: Lesson
  let imports: [String]
  let toolchain: Toolchain
  let sandbox: Sandbox
  /// The folder that holds the lesson and its `data`.
  let course: String
  /// A folder of this execution's own.
  let scratch: String
  let moduleCache: String
  /// Where compiled units of lessons are kept; nil compiles every lesson as a whole.
  var units: UnitStore?

  /// What compiling one program may take.
  private static let compileSeconds = 60.0
  private static let compileMemory: UInt64 = 4 << 30

  func run() throws(ProcessError) -> RunOutcome {
    let inUnits = try linkedUnits()
    // Blocks that must fail are no part of the program, nor are attempts at exercises that need one
    // of their own; and the compiler uses one core.
    let failing = lesson.blocks.filter { $0.role == .fails }
    let apart = lesson.attempts.filter { !lesson.canHold($0) }
    let results = Parallel.map(0...(failing.count + apart.count)) { index throws(ProcessError) in
      if index == 0 {
        if let inUnits { return try run(inUnits) }
        return try runWhole()
      }
      if index > failing.count { return try runApart(apart[index - failing.count - 1]) }
      var outcome = RunOutcome()
      let block = failing[index - 1]
      outcome.failing[block.index] = try typeCheck(block, after: inUnits)
      return outcome
    }
    var outcome = try results[0].get()
    for result in results.dropFirst() { outcome.add(try result.get()) }
    return outcome
  }

  /// Compiles and runs all blocks that must compile.
  private func runWhole() throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome()
    guard runsSomething else { return outcome }
    let whole = try compileWhole(into: &outcome)
    if let ending = whole.ending {
      outcome.ending = ending
      return outcome
    }
    if let failure = try link("lesson") {
      outcome.ending = .compilerFailed(failure)
      return outcome
    }
    try run(whole.program, "lesson", into: &outcome)
    for attempt in whole.apart { outcome.add(try runApart(attempt)) }
    return outcome
  }

  /// The program of a lesson that is compiled in units; nil when it can't be.
  private func linkedUnits() throws(ProcessError) -> UnitProgram? {
    guard runsSomething, let program = try compileUnits(),
      try link(program.objects, to: "lesson") == nil
    else { return nil }
    return program
  }

  private func run(_ units: UnitProgram) throws(ProcessError) -> RunOutcome {
    var outcome = RunOutcome()
    for (index, messages) in units.rejected {
      outcome.attempts[index] = RunOutcome.AttemptOutcome(
        messages: messages, ending: .didNotCompile)
    }
    try run(units.program, "lesson", entries: units.entries, into: &outcome)
    return outcome
  }

  private var runsSomething: Bool {
    !lesson.claims.isEmpty
      || lesson.blocks.contains { block in
        switch block.role {
        case .shown, .hidden, .traps, .exercise: true
        case .skip, .fails, .solution, .check: false
        }
      }
  }

  // MARK: Compiling

  /// A name that is no module of the library's and says which lesson it is.
  var module: String {
    "lesson_"
      + String(
        lesson.id.unicodeScalars.map { scalar in
          let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
          return isPlain ? Character(scalar) : "_"
        })
  }

  private var entry: String { module + "_main" }

  private func frontend(
    _ mode: [String], source: String, module: String? = nil
  ) -> ChildProcess {
    ChildProcess(
      program: toolchain.frontend,
      arguments: ["-frontend"] + mode + [
        "-primary-file", source, "-module-name", module ?? self.module, "-I", toolchain.modules,
        "-module-cache-path", moduleCache, "-swift-version", "5", "-Onone", "-suppress-warnings",
        "-diagnostic-style", "llvm", "-no-color-diagnostics", "-typo-correction-limit", "10",
      ] + toolchain.flags,
      environment: ["PATH": toolchain.root + "/bin", "LC_ALL": "C.UTF-8", "HOME": scratch],
      folder: nil, seconds: Self.compileSeconds, memory: Self.compileMemory)
  }

  /// What the compiler made of a program.
  struct Compilation {
    var messages: [RunOutcome.Message]
    /// What it said of the code of attempts at exercises, by the attempt's index.
    var ofAttempts: [Int: [RunOutcome.Message]]
    /// What it found at the program's end, such as a brace that is still open.
    var atEnd: [RunOutcome.Message]
    /// nil when there is something to be run.
    var ending: RunOutcome.Ending?

    var errors: Int {
      (messages + ofAttempts.values.joined() + atEnd).count { $0.severity == .error }
    }
  }

  /// Compiles a program: the lesson's, or with the name of its entry that of a unit of it, which
  /// other units can import.
  func compile(
    _ program: LessonProgram, _ name: String, asUnit unitEntry: String? = nil
  ) throws(ProcessError) -> Compilation {
    let source = "\(scratch)/\(name).swift"
    let object = "\(scratch)/\(name).o"
    try write(program.source, to: source)
    var mode = [
      "-c", "-gline-tables-only", "-entry-point-function-name", unitEntry ?? entry, "-o", object,
    ]
    let diagnostics = "\(scratch)/\(name).dia"
    if unitEntry == nil {
      mode += ["-serialize-diagnostics-path", diagnostics]
    } else {
      // To a reader, and in what the program prints, all is in the lesson's one module.
      mode += [
        "-module-abi-name", module, "-enable-testing", "-I", scratch,
        "-emit-module-path", "\(scratch)/\(name).swiftmodule",
        // The same module wherever it is made.
        "-no-serialize-debugging-options",
      ]
    }
    let outcome = try frontend(mode, source: source, module: unitEntry == nil ? module : name)
      .run()
    let said = String(decoding: outcome.errors, as: UTF8.self)
    // What is wrong with a unit is asked of the whole lesson.
    let edits =
      outcome.ending == .exited(0) || unitEntry != nil
      ? [:] : FixIt.read(diagnostics, toolchain)
    var compilation = Compilation(
      messages: read(said, of: program, edits: edits), ofAttempts: [:],
      atEnd: read(said, of: program, file: source), ending: nil)
    for attempt in lesson.attempts {
      let messages = read(
        said, of: program, file: attempt.path(of: program.numbering.file), edits: edits)
      if !messages.isEmpty { compilation.ofAttempts[attempt.index] = messages }
    }
    try requireRoom(said, for: object)
    switch outcome.ending {
    case .exited(0): break
    case .exited where compilation.errors > 0: compilation.ending = .didNotCompile
    case .timedOut: compilation.ending = .compilerFailed("it took longer than a minute")
    default: compilation.ending = .compilerFailed(firstLines(said))
    }
    return compilation
  }

  /// What the compiler says of a `fails` block. `units` is the lesson's program when it
  /// is compiled in units: what it finds with them it finds in the whole, if it finds anything.
  private func typeCheck(
    _ block: CodeBlock, after units: UnitProgram?
  ) throws(ProcessError) -> [RunOutcome.Message] {
    if let units, let program = failing(block, after: units) {
      let errors = try typeCheck(program, block)
      let areTheBlocks = errors.allSatisfy { error in
        error.place?.block == block.index && !error.text.contains(module + "_")
      }
      if !errors.isEmpty, areTheBlocks { return errors }
    }
    return try typeCheck(LessonProgram.failing(block, of: lesson, imports: imports), block)
  }

  /// Type checking first, then what the compiler finds later, such as a variable that is read
  /// before it has a value.
  private func typeCheck(
    _ program: LessonProgram, _ block: CodeBlock
  ) throws(ProcessError) -> [RunOutcome.Message] {
    let source = "\(scratch)/fails-\(block.index).swift"
    try write(program.source, to: source)
    for mode in [["-typecheck"], ["-emit-sil", "-o", "/dev/null"]] {
      let outcome = try frontend(["-I", scratch] + mode, source: source).run()
      let errors = read(String(decoding: outcome.errors, as: UTF8.self), of: program)
        .filter { $0.severity == .error }
      if !errors.isEmpty { return errors }
    }
    return []
  }

  private func read(
    _ said: String, of program: LessonProgram, file: String? = nil,
    edits: [FixIt.Owner: [FixIt]] = [:]
  ) -> [RunOutcome.Message] {
    CompilerMessage.read(said, file: file ?? program.numbering.file).map { message in
      let place = place(line: message.line, column: message.column, in: program)
      let owner = FixIt.Owner(line: message.line, column: message.column, text: message.text)
      return RunOutcome.Message(
        severity: message.severity, place: place, text: message.text,
        suggestion: edits[owner].flatMap { suggestion($0, at: place, owner, in: program) })
    }
  }

  /// The line of a message with the compiler's edits in it.
  private func suggestion(
    _ edits: [FixIt], at place: RunOutcome.Place?, _ owner: FixIt.Owner, in program: LessonProgram
  ) -> String? {
    guard let place, let block = place.block, edits.allSatisfy({ $0.line == owner.line }) else {
      return nil
    }
    let lines = lesson.blocks[block].code.split(separator: "\n", omittingEmptySubsequences: false)
    guard place.line < lines.count else { return nil }
    return FixIt.applied(edits, to: String(lines[place.line])) { column in
      program.authorsOffset(line: owner.line, column: column)
    }
  }

  func link(_ name: String) throws(ProcessError) -> String? {
    try link(["\(scratch)/\(name).o"], to: name)
  }

  private func link(_ objects: [String], to name: String) throws(ProcessError) -> String? {
    var libraries = [
      "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser", "swiftGlibc",
      "swiftSwiftOnoneSupport", "swiftCore",
    ]
    // Large ones, which take longer to read than all the rest.
    if lesson.blocks.contains(where: { $0.code.contains("import ") }) {
      libraries += [
        "Foundation", "FoundationEssentials", "_FoundationICU", "swiftDispatch", "dispatch",
        "BlocksRuntime", "swiftSynchronization",
      ]
    }
    let outcome = try ChildProcess(
      program: toolchain.linker,
      arguments: [
        "-shared", toolchain.startObject, "-o", "\(scratch)/\(name).so", "-L", toolchain.runtime,
        "-rpath", toolchain.runtime, "--as-needed",
      ] + objects
        + libraries.filter { Files.exists("\(toolchain.runtime)/lib\($0).so") }.map { "-l\($0)" },
      environment: ["LC_ALL": "C.UTF-8"], folder: nil, seconds: Self.compileSeconds
    ).run()
    guard outcome.ending != .exited(0) else { return nil }
    let said = String(decoding: outcome.errors, as: UTF8.self)
    try requireRoom(said, for: "\(scratch)/\(name).so")
    return firstLines(said)
  }

  /// A full disk is no fault of the lesson's.
  private func requireRoom(_ said: String, for file: String) throws(ProcessError) {
    guard said.contains("No space left on device") else { return }
    let error = FileError(path: file, action: "write", code: ENOSPC)
    throw ProcessError(program: file, reason: error.reason, unwritten: error)
  }

  // MARK: Running

  func run(
    _ program: LessonProgram, _ name: String, entries: [String]? = nil,
    into outcome: inout RunOutcome
  ) throws(ProcessError) {
    let boundary = (0..<4).map { _ in
      let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    let ran = try sandbox.process(
      program: "\(scratch)/\(name).so", entry: (entries ?? [entry]).joined(separator: ","),
      boundary: boundary,
      course: course
    ).run()
    outcome.records = RecordReader.read(ran.output, boundary: boundary)
      .map(program.numbering.read)
    let said = String(decoding: ran.errors, as: UTF8.self)
    let report = CrashReport.read(said, file: lesson.file.path)
    let place = report.line.flatMap {
      self.place(line: $0, column: report.column ?? 1, in: program)
    }
    outcome.ending = ending(of: ran, said: said, report: report, place: place, outcome.records)
    if printedTooMuch(outcome.records) {
      outcome.ending = .wroteTooMuch
      outcome.records = outcome.records.filter { if case .text = $0 { false } else { true } }
    }
    takeTraps(into: &outcome)
    takeAttempts(of: program, into: &outcome)
    if sandboxFailed(ran, said, outcome.records) {
      throw ProcessError(program: sandbox.bubblewrap ?? toolchain.host, reason: firstLines(said))
    }
  }

  /// Of what a program said when it trapped, the message alone is kept: the addresses and lines of
  /// a crash's report are those of one run.
  private func takeTraps(into outcome: inout RunOutcome) {
    for (index, record) in outcome.records.enumerated() {
      guard case .trap(let block, let status, let said) = record else { continue }
      let message = CrashReport.read(said, file: lesson.file.path).message
      outcome.records[index] = .trap(block: block, status: status, said: message)
    }
  }

  private func ending(
    of ran: ChildProcess.Outcome, said: String, report: CrashReport, place: RunOutcome.Place?,
    _ records: [Record]
  ) -> RunOutcome.Ending {
    if ran.ending == .wroteTooMuch { return .wroteTooMuch }
    // bwrap gives a signal as 128 and its number.
    let stopped = [ChildProcess.Ending.timedOut, .exited(128 + SIGQUIT), .signalled(SIGQUIT)]
    if stopped.contains(ran.ending) || said.contains("gradus: time limit") {
      return .timedOut(place: place)
    }
    if records.last(where: { $0 != .text("") }) == .end { return .finished }
    if report.isOutOfMemory { return .outOfMemory(place: place) }
    if case .exited(let status) = ran.ending, status < 128, !report.isCrash {
      return .leftEarly(status: status)
    }
    if report.isFileSizeLimit(ran.ending) { return .wroteTooMuch }
    return .trapped(said: report.message, place: place)
  }

  private func printedTooMuch(_ records: [Record]) -> Bool {
    var printed = 0
    for case .text(let text) in records { printed += text.utf8.count }
    return printed > sandbox.limits.output
  }

  /// Whether the lesson never started, because of the sandbox or the host.
  private func sandboxFailed(
    _ ran: ChildProcess.Outcome, _ said: String, _ records: [Record]
  ) -> Bool {
    records.isEmpty && (said.hasPrefix("bwrap:") || said.hasPrefix("lesson-host:"))
  }

  // MARK: Places

  /// The block or claim that a line of the program stands for.
  func place(line: Int, column: Int, in program: LessonProgram) -> RunOutcome.Place? {
    guard let place = program.numbering.place(ofLine: line) else { return nil }
    return RunOutcome.Place(
      block: place.block, claim: place.claim, line: max(0, place.line - 1),
      offset: place.claim != nil
        ? 0 : max(0, program.authorsOffset(line: line, column: column)))
  }

  func write(_ text: String, to path: String) throws(ProcessError) {
    try write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws(ProcessError) {
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      throw ProcessError(program: path, reason: error.reason, unwritten: error)
    }
  }

  private func firstLines(_ text: String) -> String {
    text.split(separator: "\n").prefix(3).joined(separator: "\n")
  }
}
