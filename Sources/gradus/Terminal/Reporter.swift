import JSON
import LessonRunner

/// Writes reports.
struct Reporter {
  private let terminal: Terminal
  private let report: HumanReport

  init(_ terminal: Terminal, _ arguments: Arguments) {
    self.terminal = terminal
    report = HumanReport(colors: terminal.colors, verbose: arguments.has(.verbose))
  }

  func write(
    _ files: [FileReport], _ summary: ReportSummary, as format: ReportFormat,
    shard: ShardSummary? = nil, times: [String: Double] = [:]
  ) {
    switch format {
    case .human: write(files, summary)
    case .json:
      terminal.write(MachineReport.json(files, summary, shard: shard, times: times))
    case .junit: terminal.write(MachineReport.junit(files, summary))
    case .github: terminal.write(MachineReport.github(files))
    }
  }

  func write(_ files: [FileReport], _ summary: ReportSummary) {
    for file in files {
      let text = report.text(file)
      if !text.isEmpty { terminal.write(text + "\n") }
    }
    let skipped = summary.skipped > 0 ? ", \(summary.skipped) skipped" : ""
    let numbers = summary.numbers
    if numbers.total > 0 {
      terminal.say("\(Count.of(numbers.total, "number")): \(numbers.words)")
    }
    terminal.say(
      "\(Count.of(summary.lessons, "lesson")), \(Count.of(summary.checks, "check")): "
        + "\(summary.passed) passed, \(summary.failed) failed\(skipped) in "
        + "\(summary.seconds.hundredths) s")
  }
}

/// Numbers with their nouns.
enum Count {
  static func of(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
