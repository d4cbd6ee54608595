import FileSystem
import LessonFormat

/// Lessons that are being worked on: compiled in units, those that did not change once.
extension LessonExecution {
  /// A lesson's program in units, ready to be linked.
  struct UnitProgram {
    var program: LessonProgram
    /// The lines that bring in the modules that every unit sees.
    var importLines: [String]
    var objects: [String] = []
    /// The functions that run them, in order.
    var entries: [String] = []
    /// The attempts at exercises that do not compile, and what was said of them.
    var rejected: [Int: [RunOutcome.Message]] = [:]
  }

  /// Compiles what is not known yet. nil when the lesson can't be divided, or when one of its
  /// units does not compile: then the whole is compiled, and what is said of it is to be told.
  func compileUnits() throws(ProcessError) -> UnitProgram? {
    guard let store = units, store.isKnown(lesson) else { return nil }
    var known = KnownNames(lesson, cache: store.cache)
    let units = CompilationUnit.divide(lesson, lengths: store.lengths) { known.names(in: $0) }
    let importLines = imports.map { "import \($0)" } + known.imports(of: lesson)
    known.save()
    guard let units else { return nil }

    var whole = UnitProgram(
      program: LessonProgram(
        source: "", insertions: [:],
        numbering: ProgramNumbering(lesson: lesson, units: units)),
      importLines: importLines)
    var modules: [Int: String] = [:]
    var keys: [String] = []
    // Units that depend on nothing that is still missing are compiled side by side.
    while modules.count < units.count {
      let ready = units.filter { unit in
        modules[unit.index] == nil && unit.dependencies.allSatisfy { modules[$0] != nil }
      }
      let known = modules
      let results = Parallel.map(0...ready.count - 1) { index throws(ProcessError) in
        try compile(ready[index], of: units, importLines: importLines, modules: known, store)
      }
      for (unit, result) in zip(ready, results) {
        guard let compiled = try result.get() else { return nil }
        modules[unit.index] = compiled.module
        keys.append(compiled.key)
        whole.rejected.merge(compiled.rejected) { first, _ in first }
        whole.program.insertions.merge(compiled.program.insertions) { first, _ in first }
      }
    }
    store.use(keys, by: lesson)
    whole.objects = units.map { path(of: $0) + ".o" }
    whole.entries = units.map(entry(of:))
    return whole
  }

  /// A `fails` block with all units before its own to be imported; nil when it is in none.
  func failing(_ block: CodeBlock, after whole: UnitProgram) -> LessonProgram? {
    let numbering = whole.program.numbering
    let units = numbering.units
    guard let unit = units.first(where: { $0.blocks.contains(block.index) }) else { return nil }
    return LessonProgram.failing(
      block, in: numbering, unit: unit,
      imports: whole.importLines + units[..<unit.index].map(importLine))
  }

  private func importLine(_ unit: CompilationUnit) -> String {
    "@testable import \(name(of: unit))"
  }

  private func name(of unit: CompilationUnit) -> String { "\(module)_\(unit.index)" }
  private func entry(of unit: CompilationUnit) -> String { name(of: unit) + "_main" }
  private func path(of unit: CompilationUnit) -> String { "\(scratch)/\(name(of: unit))" }

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
    modules: [Int: String], _ store: UnitStore
  ) throws(ProcessError) -> Part? {
    let importLines =
      importLines + unit.dependencies.map { importLine(units[$0]) }
    func program(_ attempts: [Attempt]) -> LessonProgram {
      LessonProgram.running(unit, of: units, lesson, attempts: attempts, imports: importLines)
    }
    var attempts = lesson.attempts.filter { attempt in
      unit.blocks.contains(attempt.exercise.starter) && lesson.canHold(attempt)
    }
    let full = program(attempts)
    let key = store.key(
      [name(of: unit), full.source] + unit.dependencies.map { modules[$0] ?? "" })
    if let compiled = store.compiled(key) {
      try write(compiled.object, to: path(of: unit) + ".o")
      try write(compiled.module, to: path(of: unit) + ".swiftmodule")
      attempts.removeAll { compiled.rejected[$0.index] != nil }
      return Part(
        program: compiled.rejected.isEmpty ? full : program(attempts),
        module: Digest.of(compiled.module), rejected: compiled.rejected, key: key)
    }

    var rejected: [Int: [RunOutcome.Message]] = [:]
    while true {
      let current = program(attempts)
      let compilation = try compile(current, name(of: unit), asUnit: entry(of: unit))
      guard compilation.ending != nil else {
        return try keep(unit, current, rejected, key, store)
      }
      let faulty = compilation.ofAttempts.filter { $0.value.contains { $0.severity == .error } }
      // A mistake that is not an attempt's own is told of the whole lesson.
      let theirs = faulty.values.joined().count { $0.severity == .error }
      guard theirs > 0, compilation.errors == theirs
      else { return nil }
      rejected.merge(faulty) { first, _ in first }
      attempts.removeAll { rejected[$0.index] != nil }
    }
  }

  private func keep(
    _ unit: CompilationUnit, _ program: LessonProgram, _ rejected: [Int: [RunOutcome.Message]],
    _ key: String, _ store: UnitStore
  ) throws(ProcessError) -> Part {
    let compiled: UnitStore.Compiled
    do throws(FileError) {
      compiled = UnitStore.Compiled(
        object: try Files.read(path(of: unit) + ".o"),
        module: try Files.read(path(of: unit) + ".swiftmodule"), rejected: rejected)
    } catch {
      throw ProcessError(program: toolchain.frontend, reason: error.reason, unwritten: nil)
    }
    store.keep(compiled, key)
    return Part(
      program: program, module: Digest.of(compiled.module), rejected: rejected, key: key)
  }
}
