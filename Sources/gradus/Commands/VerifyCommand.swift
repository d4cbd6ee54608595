import JSON
import LessonFormat
import LessonRunner

/// `gradus verify`: run and check, no site.
struct VerifyCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let start = Clock.seconds
    let workspace = try Workspace(
      operands: arguments.operands.isEmpty ? ["lessons"] : arguments.operands, arguments)
    let results = try workspace.verify(terminal).files
    let summary = ReportSummary(results, seconds: Clock.seconds - start)
    Reporter(terminal, verbose: arguments.has(.verbose)).write(
      results, summary, as: (try? arguments.format) ?? .human, shard: workspace.shardSummary)
    return summary.failed == 0 ? ExitStatus.success : ExitStatus.failed
  }
}

/// `gradus merge`: the reports of shards as the report of the whole.
struct MergeCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let merged: MergedReport
    do throws(MergedReport.Failure) {
      merged = try MergedReport(arguments.operands)
    } catch {
      throw CommandFailure(error)
    }
    let summary = ReportSummary(merged.files, seconds: merged.seconds)
    Reporter(terminal, verbose: arguments.has(.verbose)).write(
      merged.files, summary, as: (try? arguments.format) ?? .human, times: merged.times)
    return summary.failed == 0 ? ExitStatus.success : ExitStatus.failed
  }
}

/// Writes reports.
struct Reporter {
  private let terminal: Terminal
  private let report: HumanReport

  init(_ terminal: Terminal, verbose: Bool) {
    self.terminal = terminal
    report = HumanReport(colors: terminal.colors, verbose: verbose)
  }

  func write(
    _ results: [FileReport], _ summary: ReportSummary, as format: ReportFormat,
    shard: ShardSummary? = nil, times: [String: Double] = [:]
  ) {
    switch format {
    case .human: write(results, summary)
    case .json:
      terminal.write(MachineReport.json(results, summary, shard: shard, times: times))
    case .junit: terminal.write(MachineReport.junit(results, summary))
    case .github: terminal.write(MachineReport.github(results))
    }
  }

  func write(_ results: [FileReport], _ summary: ReportSummary) {
    for result in results {
      let text = report.text(result)
      if !text.isEmpty { terminal.write(text + "\n") }
    }
    let skipped = summary.skipped > 0 ? ", \(summary.skipped) skipped" : ""
    let numbers = summary.numbers
    let count = numbers.checked + numbers.given + numbers.unverified
    if count > 0 {
      let unverified = numbers.unverified > 0 ? ", \(numbers.unverified) unverified" : ""
      terminal.say(
        "\(Count.of(count, "number")): \(numbers.checked) checked, \(numbers.given) given"
          + unverified)
    }
    terminal.say(
      "\(Count.of(summary.lessons, "lesson")), \(Count.of(summary.checks, "check")): "
        + "\(summary.passed) passed, \(summary.failed) failed\(skipped) in "
        + "\(summary.seconds.hundredths) s")
  }
}
