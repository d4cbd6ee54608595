import LessonFormat

/// Compiles the programs that are made of a lesson: the whole, a unit of it, an attempt at an
/// exercise, a block that must fail.
struct ProgramCompiler: Sendable {
  let lesson: Lesson
  let frontend: CompilerFrontend
  let folder: ProgramFolder

  /// What the compiler made of a program.
  struct Compilation {
    var messages: [RunOutcome.Message]
    /// What it said of the code of attempts at exercises, by the attempt's index.
    var ofAttempts: [Int: [RunOutcome.Message]]
    /// What it found at the program's end, such as a brace that is still open.
    var atEnd: [RunOutcome.Message]
    /// nil when there is something to be run.
    var ending: RunOutcome.Ending?

    /// How many errors it found, wherever they are.
    var errorCount: Int {
      (messages + ofAttempts.values.joined() + atEnd).count { $0.severity == .error }
    }

    /// What it said of those attempts that have errors.
    var rejectedAttempts: [Int: [RunOutcome.Message]] {
      ofAttempts.filter { $0.value.contains { $0.severity == .error } }
    }
  }

  /// Compiles a program to an object file: the lesson's, or with the name of its entry that of a
  /// unit of it, which other units can import.
  func compile(
    _ program: LessonProgram, _ name: String, asUnit unitEntry: String? = nil
  ) throws(ProcessError) -> Compilation {
    let object = folder.object(name)
    var mode = [
      "-c", "-gline-tables-only", "-entry-point-function-name", unitEntry ?? lesson.entry, "-o",
      object,
    ]
    if unitEntry == nil {
      mode += ["-serialize-diagnostics-path", folder.diagnostics(name)]
    } else {
      // To a reader, and in what the program prints, all is in the lesson's one module.
      mode += [
        "-module-abi-name", lesson.module, "-enable-testing", "-I", folder.path,
        "-emit-module-path", folder.module(name),
        // The same module wherever it is made.
        "-no-serialize-debugging-options",
      ]
    }
    try folder.write(program.source.utf8, to: folder.source(name))
    let outcome = try frontend.process(
      mode, source: folder.source(name), module: unitEntry == nil ? lesson.module : name
    ).run()
    let said = String(decoding: outcome.errors, as: UTF8.self)
    // What is wrong with a unit is asked of the whole lesson.
    let edits =
      outcome.ending == .exited(0) || unitEntry != nil
      ? [:] : FixIt.read(folder.diagnostics(name), frontend.toolchain)
    var compilation = read(said, of: program, source: folder.source(name), edits: edits)
    try ProgramFolder.requireSpace(said, outcome.ending, for: object)
    compilation.ending = EndingClassifier.ending(
      ofCompiler: outcome.ending, said: said, errorCount: compilation.errorCount)
    return compilation
  }

  private func read(
    _ said: String, of program: LessonProgram, source: String, edits: [FixIt.Owner: [FixIt]]
  ) -> Compilation {
    let reader = MessageReader(program)
    var compilation = Compilation(
      messages: reader.messages(in: said, edits: edits), ofAttempts: [:],
      atEnd: reader.messages(in: said, file: source), ending: nil)
    let ofAttempts = Dictionary(grouping: said.split(separator: "\n")) { $0.prefix { $0 != "/" } }
    for attempt in lesson.attempts {
      let lines = ofAttempts["attempt-\(attempt.index)"] ?? []
      let messages = reader.messages(
        in: lines.joined(separator: "\n"), file: attempt.path(of: program.numbering.file),
        edits: edits)
      if !messages.isEmpty { compilation.ofAttempts[attempt.index] = messages }
    }
    return compilation
  }

  /// What the compiler makes of a block that must not compile.
  enum Verdict {
    /// It was read to its end; without errors, it compiles.
    case read(errors: [RunOutcome.Message])
    /// The compiler did not end as it should, and found no error before.
    case undecided(String)
  }

  /// The errors in a program that ends with a block which must fail. Type checking comes first, then
  /// what the compiler finds later, such as a variable that is read before it has a value.
  func verdict(
    on program: LessonProgram, _ block: CodeBlock
  ) throws(ProcessError) -> Verdict {
    let source = folder.source("fails-\(block.index)")
    try folder.write(program.source.utf8, to: source)
    for mode in [["-typecheck"], ["-emit-sil", "-o", "/dev/null"]] {
      let outcome = try frontend.process(
        ["-I", folder.path] + mode, source: source, module: lesson.module
      ).run()
      let said = String(decoding: outcome.errors, as: UTF8.self)
      let errors = MessageReader(program).messages(in: said).filter { $0.severity == .error }
      if !errors.isEmpty { return .read(errors: errors) }
      // What a block leaves open is found at the end of the file.
      let atEnd = said.split(separator: "\n").first {
        $0.hasPrefix(source) && $0.contains(": error: ")
      }
      if let atEnd, let found = atEnd.firstRange(of: ": error: ") {
        let text = String(atEnd[found.upperBound...])
        let end = RunOutcome.Place(
          block: block.index, claim: nil, line: max(0, block.code.utf8.count { $0 == 10 } - 1),
          offset: 0)
        return .read(errors: [RunOutcome.Message(severity: .error, place: end, text: text)])
      }
      if case .compilerFailed(let reason)? = EndingClassifier.ending(
        ofCompiler: outcome.ending, said: said, errorCount: 0)
      {
        return .undecided(reason)
      }
    }
    return .read(errors: [])
  }
}

extension Lesson {
  /// The module that the lesson is compiled as. Its name is not that of a module of the library, and says
  /// which lesson it is.
  var module: String {
    "lesson_"
      + String(
        id.unicodeScalars.map { scalar in
          let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
          return isPlain ? Character(scalar) : "_"
        })
  }

  /// The function that runs the whole lesson.
  var entry: String { module + "_main" }
}
