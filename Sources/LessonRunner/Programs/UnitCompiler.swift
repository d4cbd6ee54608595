import FileSystem
import LessonFormat

/// Compiles a lesson that is long, or being worked on, in units, those that did not change only once.
struct UnitCompiler: Sendable {
  let compiler: ProgramCompiler
  let imports: [String]
  let store: UnitStore
  private var lesson: Lesson { compiler.lesson }
  private var folder: ProgramFolder { compiler.folder }

  /// Compiles what is not known yet. nil when the lesson can't be divided, or when one of its
  /// units does not compile: then the whole is compiled, and its messages are reported.
  func compile() throws(ProcessError) -> UnitProgram? {
    let isLong = lesson.isLong
    guard isLong || store.isKnown(lesson) else { return nil }
    let lengths = isLong ? CompilationUnit.lengthsOfLong : store.lengths
    var known = KnownNames(lesson, cache: store.cache)
    let units = CompilationUnit.divide(lesson, lengths: lengths) { known.names(in: $0) }
    let importLines = imports.map { "import \($0)" } + known.imports(of: lesson)
    known.save()
    guard let units else { return nil }

    var whole = UnitProgram(lesson, units, importLines: importLines, folder)
    var modules: [Int: String] = [:]
    var keys: [String] = []
    // Units that depend on nothing that is still missing are compiled side by side.
    while modules.count < units.count {
      let ready = units.filter { unit in
        modules[unit.index] == nil && unit.dependencies.allSatisfy { modules[$0] != nil }
      }
      let known = modules
      let parts = try Parallel.map(ready) { unit throws(ProcessError) in
        try compile(unit, of: units, importLines: importLines, modules: known)
      }
      for (unit, part) in zip(ready, parts) {
        guard let compiled = part else { return nil }
        modules[unit.index] = compiled.module
        keys.append(compiled.key)
        whole.rejected.merge(compiled.rejected) { first, _ in first }
        whole.program.insertions.merge(compiled.program.insertions) { first, _ in first }
      }
    }
    store.use(keys, by: lesson)
    return whole
  }

  /// What came of one unit; `module` is the digest of what later units see of it.
  private struct Part: Sendable {
    var program: LessonProgram
    var module: String
    var rejected: [Int: [RunOutcome.Message]]
    /// What it is kept by.
    var key: String
  }

  private func compile(
    _ unit: CompilationUnit, of units: [CompilationUnit], importLines: [String],
    modules: [Int: String]
  ) throws(ProcessError) -> Part? {
    let importLines = importLines + unit.dependencies.map { units[$0].importLine(in: lesson) }
    func program(_ attempts: [Attempt]) -> LessonProgram {
      LessonProgram.running(unit, of: units, lesson, attempts: attempts, imports: importLines)
    }
    var attempts = lesson.attempts.filter { attempt in
      unit.blocks.contains(attempt.exercise.starter) && lesson.canHold(attempt)
    }
    let name = unit.name(in: lesson)
    let full = program(attempts)
    let key = store.key([name, full.source] + unit.dependencies.map { modules[$0] ?? "" })
    if let compiled = store.compiled(key) {
      try folder.write(compiled.object, to: folder.object(name))
      try folder.write(compiled.module, to: folder.module(name))
      attempts.removeAll { compiled.rejected[$0.index] != nil }
      return Part(
        program: compiled.rejected.isEmpty ? full : program(attempts),
        module: Digest.of(compiled.module), rejected: compiled.rejected, key: key)
    }

    var rejected: [Int: [RunOutcome.Message]] = [:]
    while true {
      let current = program(attempts)
      let compilation = try compiler.compile(current, name, asUnit: unit.entry(in: lesson))
      guard compilation.ending != nil else {
        return try keep(name, current, rejected, key)
      }
      let faulty = compilation.rejectedAttempts
      // A mistake outside the attempts is reported by compiling the whole lesson.
      let theirs = faulty.values.joined().count { $0.severity == .error }
      guard theirs > 0, compilation.errorCount == theirs else { return nil }
      rejected.merge(faulty) { first, _ in first }
      attempts.removeAll { rejected[$0.index] != nil }
    }
  }

  private func keep(
    _ name: String, _ program: LessonProgram, _ rejected: [Int: [RunOutcome.Message]],
    _ key: String
  ) throws(ProcessError) -> Part {
    let compiled: UnitStore.Compiled
    do throws(FileError) {
      compiled = UnitStore.Compiled(
        object: try Files.read(folder.object(name)),
        module: try Files.read(folder.module(name)), rejected: rejected)
    } catch {
      throw ProcessError(
        program: compiler.frontend.toolchain.frontend, cause: .unreadable(error))
    }
    store.keep(compiled, key)
    return Part(
      program: program, module: Digest.of(compiled.module), rejected: rejected, key: key)
  }
}

/// A lesson's program in units, ready to be linked.
struct UnitProgram: Sendable {
  var program: LessonProgram
  /// The lines that bring in the modules that every unit sees.
  let importLines: [String]
  let objects: [String]
  /// The functions that run the units, in order.
  let entries: [String]
  /// The attempts at exercises that do not compile, and what was said of them.
  var rejected: [Int: [RunOutcome.Message]] = [:]

  init(
    _ lesson: Lesson, _ units: [CompilationUnit], importLines: [String], _ folder: ProgramFolder
  ) {
    program = LessonProgram(numbering: ProgramNumbering(lesson: lesson, units: units))
    self.importLines = importLines
    objects = units.map { folder.object($0.name(in: lesson)) }
    entries = units.map { $0.entry(in: lesson) }
  }

  /// A `fails` block with all units before its own to be imported; nil when it is in none.
  func failing(_ block: CodeBlock) -> LessonProgram? {
    let numbering = program.numbering
    let units = numbering.units
    guard let unit = units.first(where: { $0.blocks.contains(block.index) }) else { return nil }
    return LessonProgram.failing(
      block, in: numbering, unit: unit,
      imports: importLines + units[..<unit.index].map { $0.importLine(in: numbering.lesson) })
  }
}

extension CompilationUnit {
  /// The module that the unit is compiled as.
  fileprivate func name(in lesson: Lesson) -> String { "\(lesson.module)_\(index)" }

  /// The function that runs it.
  fileprivate func entry(in lesson: Lesson) -> String { name(in: lesson) + "_main" }

  /// The line by which a later unit sees what it declares.
  fileprivate func importLine(in lesson: Lesson) -> String {
    "@testable import \(name(in: lesson))"
  }
}
