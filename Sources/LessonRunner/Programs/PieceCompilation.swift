import FileSystem
import LessonFormat

/// Lessons that are being worked on: compiled in pieces, those that did not change once.
extension LessonExecution {
  /// A lesson's program in pieces, ready to be linked.
  struct PieceProgram {
    var program: LessonProgram
    /// The lines that bring in the modules that every piece sees.
    var importLines: [String]
    var objects: [String] = []
    /// The functions that run them, in order.
    var entries: [String] = []
    /// The attempts at exercises that do not compile, and what was said of them.
    var rejected: [Int: [RunOutcome.Message]] = [:]
  }

  /// Compiles what is not known yet. nil when the lesson can't be divided, or when one of its
  /// pieces does not compile: then the whole is compiled, and what is said of it is to be told.
  func compilePieces() throws(ProcessError) -> PieceProgram? {
    guard let store = pieces, store.isKnown(lesson) else { return nil }
    var known = KnownNames(lesson, cache: store.cache)
    let pieces = LessonPiece.divide(lesson, lengths: store.lengths) { known.names(in: $0) }
    let importLines = imports.map { "import \($0)" } + known.imports(of: lesson)
    known.save()
    guard let pieces else { return nil }

    var whole = PieceProgram(
      program: LessonProgram(
        source: "", insertions: [:],
        numbering: ProgramNumbering(lesson: lesson, pieces: pieces)),
      importLines: importLines)
    var modules: [Int: String] = [:]
    var keys: [String] = []
    // Pieces that depend on nothing that is still missing are compiled side by side.
    while modules.count < pieces.count {
      let ready = pieces.filter { piece in
        modules[piece.index] == nil && piece.dependencies.allSatisfy { modules[$0] != nil }
      }
      let known = modules
      let results = Parallel.map(0...ready.count - 1) { index throws(ProcessError) in
        try compile(ready[index], of: pieces, importLines: importLines, modules: known, store)
      }
      for (piece, result) in zip(ready, results) {
        guard let compiled = try result.get() else { return nil }
        modules[piece.index] = compiled.module
        keys.append(compiled.key)
        whole.rejected.merge(compiled.rejected) { first, _ in first }
        whole.program.insertions.merge(compiled.program.insertions) { first, _ in first }
      }
    }
    store.use(keys, by: lesson)
    whole.objects = pieces.map { path(of: $0) + ".o" }
    whole.entries = pieces.map(entry(of:))
    return whole
  }

  /// A `fails` block with all pieces before its own to be imported; nil when it is in none.
  func failing(_ block: CodeBlock, after whole: PieceProgram) -> LessonProgram? {
    let numbering = whole.program.numbering
    let pieces = numbering.pieces
    guard let piece = pieces.first(where: { $0.blocks.contains(block.index) }) else { return nil }
    return LessonProgram.failing(
      block, in: numbering, piece: piece,
      imports: whole.importLines + pieces[..<piece.index].map(importLine))
  }

  private func importLine(_ piece: LessonPiece) -> String {
    "@testable import \(name(of: piece))"
  }

  private func name(of piece: LessonPiece) -> String { "\(module)_\(piece.index)" }
  private func entry(of piece: LessonPiece) -> String { name(of: piece) + "_main" }
  private func path(of piece: LessonPiece) -> String { "\(scratch)/\(name(of: piece))" }

  /// What came of one piece; `module` is the digest of what later pieces see of it.
  private struct Part: Sendable {
    var program: LessonProgram
    var module: String
    var rejected: [Int: [RunOutcome.Message]]
    /// What it is kept by.
    var key: String
  }

  private func compile(
    _ piece: LessonPiece, of pieces: [LessonPiece], importLines: [String],
    modules: [Int: String], _ store: PieceStore
  ) throws(ProcessError) -> Part? {
    let importLines =
      importLines + piece.dependencies.map { importLine(pieces[$0]) }
    func program(_ attempts: [Attempt]) -> LessonProgram {
      LessonProgram.running(piece, of: pieces, lesson, attempts: attempts, imports: importLines)
    }
    var attempts = lesson.attempts.filter { attempt in
      piece.blocks.contains(attempt.exercise.starter) && lesson.canHold(attempt)
    }
    let full = program(attempts)
    let key = store.key(
      [name(of: piece), full.source] + piece.dependencies.map { modules[$0] ?? "" })
    if let compiled = store.compiled(key) {
      try write(compiled.object, to: path(of: piece) + ".o")
      try write(compiled.module, to: path(of: piece) + ".swiftmodule")
      attempts.removeAll { compiled.rejected[$0.index] != nil }
      return Part(
        program: compiled.rejected.isEmpty ? full : program(attempts),
        module: Digest.of(compiled.module), rejected: compiled.rejected, key: key)
    }

    var rejected: [Int: [RunOutcome.Message]] = [:]
    while true {
      let current = program(attempts)
      let compilation = try compile(current, name(of: piece), asPiece: entry(of: piece))
      guard compilation.ending != nil else {
        return try keep(piece, current, rejected, key, store)
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
    _ piece: LessonPiece, _ program: LessonProgram, _ rejected: [Int: [RunOutcome.Message]],
    _ key: String, _ store: PieceStore
  ) throws(ProcessError) -> Part {
    let compiled: PieceStore.Compiled
    do throws(FileError) {
      compiled = PieceStore.Compiled(
        object: try Files.read(path(of: piece) + ".o"),
        module: try Files.read(path(of: piece) + ".swiftmodule"), rejected: rejected)
    } catch {
      throw ProcessError(program: toolchain.frontend, reason: error.reason, unwritten: nil)
    }
    store.keep(compiled, key)
    return Part(
      program: program, module: Digest.of(compiled.module), rejected: rejected, key: key)
  }
}
