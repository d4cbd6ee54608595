import LessonFormat
import LessonRunner

/// What the compiler says, and what a crash leaves.
struct ReportInput {
  let bytes: [UInt8]

  static let words = [
    "a.md:", ":", "4:", "5:1:", " error: ", " warning: ", "Fatal error: ", " at ", " in ",
    "*** Signal ",
    "crashed", "Swift runtime failure: ", "\n", "9223372036854775807", "-9223372036854775808", "0",
  ]

  static let compilers: [[UInt8]] = [
    "a.md:4:13: error: cannot find 'b' in scope\n  let a = b\n          ^\n",
    "a.md:5:1: warning: unused\na.md:5:2: note: here\n<unknown>:0: error: a\n",
  ].map { Array($0.utf8) }

  static let crashes: [[UInt8]] = [
    "lesson_a/a.md:4: Fatal error: Index out of range\n*** Signal 4: Backtracing from 0x1... done ***\n"
      + "0 [ra] 0x1 f() + 1 in lesson.so at /lessons/a.md:4:12\n",
    "*** Program crashed: Illegal instruction at 0x1 ***\n\n1 main in lesson.so at a.md:5:1\n",
  ].map { Array($0.utf8) }

  static let lesson = LessonReader.read(
    SourceFile(path: "a.md", text: RecordInput.lesson), id: "a")
  /// The whole of it, and its units.
  static let programs = [
    LessonProgram.running(lesson, imports: ["Backprop"]),
    LessonProgram(
      numbering: ProgramNumbering(
        lesson: lesson,
        units: CompilationUnit.divide(lesson, lengths: 1...1) { BlockNames(of: $0) } ?? [])),
  ]

  func runCompiler() throws {
    for message in CompilerMessage.read(String(decoding: bytes, as: UTF8.self), file: "a.md") {
      place(message.line, message.column)
    }
  }

  func runCrash() throws {
    let report = CrashReport.read(String(decoding: bytes, as: UTF8.self), file: "a.md")
    if let line = report.line { place(line, report.column ?? 1) }
  }

  private func place(_ line: Int, _ column: Int) {
    for program in Self.programs {
      _ = program.numbering.place(ofLine: line)
      _ = program.authorsOffset(line: line, column: column)
    }
  }
}
