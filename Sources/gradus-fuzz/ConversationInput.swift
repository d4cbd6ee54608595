import LessonFormat
import LessonRunner

/// A whole conversation between a lesson and its judge: how its program ended, what it wrote to its
/// standard error, and its records, in this order, with a mark between them.
struct ConversationInput {
  let bytes: [UInt8]

  private static let mark = UInt8(ascii: "\u{1E}")

  static let words =
    RecordInput.words + ReportInput.words + [
      "\u{1E}", "K", "P", "C", "5:20000", "5:21000", "5:22000", "1:4", "2:11", "3:132",
      "a.md:-50000: Fatal error\n",
      " at a.md:4:9223372036854775807\n", " at a.md:200000000:1\n",
      " at a.md:-9223372036854775808:-5\n",
      "Fatal error: Error raised at top level: lesson_a.E()\n",
    ]

  private static func record(_ kind: String, _ fields: String...) -> String {
    RecordInput.record(kind, fields)
  }

  static let seeds: [[UInt8]] = {
    let throwing = record("B", "0") + record("P", "0", "4") + record("K", "4")
    let ofUnits =
      record("B", "20000") + record("V", "20000", "0", "d", "0.5")
      + record("C", "21000", "d", "0.5") + record("B", "22000")
    let exercise =
      record("E", "0") + record("V", "2", "0", "n", "0")
      + record("Y", "0", "4", "a.md:12: Fatal error: no\n0 f() at a.md:12:3\n")
      + record("E", "1") + record("L") + record("Y", "1", "0", "")
    let trap = record("X", "4", "4", "a.md:20: Fatal error: \n")
    let crash =
      "a.md:4: Fatal error: Index out of range\n0 [ra] 0x1 f() in lesson.so at /b/a.md:5:1\n"
    return [
      ["e0", "", record("B", "0") + "loss 0.5\n" + exercise + trap + record("D")],
      ["s4", crash, record("B", "1") + record("K", "4")],
      ["s4", "Fatal error: Error raised at top level: lesson_a.E()\n", throwing],
      ["s3", crash, ofUnits + exercise],
      ["t", crash, ofUnits + trap],
      ["e132", "*** Signal 11: Backtracing\n", exercise + record("K", "11")],
    ].map { Array($0.joined(separator: "\u{1E}").utf8) }
  }()

  func run() throws {
    let parts = bytes.split(separator: Self.mark, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let records = RecordReader.read(
      Array((parts.count > 2 ? parts[2] : "").utf8), boundary: RecordInput.boundary)
    for program in ReportInput.programs {
      let run = ProgramRunner.Run(
        ending: ending(parts[0]), said: parts.count > 1 ? parts[1] : "",
        records: records.map(program.numbering.read))
      let outcome = EndingClassifier(program: program, outputLimit: 1000).outcome(of: run)
      guard let kept = RunOutcome(encoded: outcome.encoded) else {
        throw Broken(promise: "an outcome can't be kept")
      }
      try expect(kept == outcome, "an outcome that is kept comes back as another")
      try judge(kept)
    }
  }

  private func judge(_ outcome: RunOutcome) throws {
    let lesson = ReportInput.lesson
    let result = FileReport(
      LessonJudge.judge(lesson, outcome, numbers: NumberJudge(isStrict: true)))
    for check in result.checks {
      try expect(
        (1...lesson.file.lines.count + 1).contains(check.position.line)
          && check.position.column > 0,
        "`\(check.message)` is at \(check.position)")
    }
    let text = HumanReport(colors: false, verbose: true).text(result)
    try expect(!text.unicodeScalars.contains("\u{1B}"), "a report holds an escape")
    for line in MachineReport.github([result]).split(whereSeparator: \.isNewline) {
      try expect(
        line.hasPrefix("::error file=") || line.hasPrefix("::warning file="),
        "an annotation is another command: \(line)")
    }
  }

  private func ending(_ text: String) -> ChildProcess.Ending {
    let number = Int32(text.dropFirst()) ?? 0
    switch text.first {
    case "s": return .signalled(number)
    case "t": return .timedOut
    case "o": return .wroteTooMuch
    case "m": return .tookTooMuch
    default: return .exited(number)
    }
  }
}
