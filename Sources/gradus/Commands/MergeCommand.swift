import LessonRunner

extension Command {
  /// `gradus merge`: the reports of shards as the report of the whole.
  static let merge = Command(
    name: "merge", summary: "join the reports of shards, and say which is missing",
    usage: "gradus merge REPORT… [--format human|json|junit|github]",
    discussion:
      "REPORTs are what `gradus verify --shard I/N --format json` wrote, one of each shard. What "
      + "comes out is the report of the whole, and so is the exit status.",
    options: [.format], operands: 1...10_000
  ) { arguments, terminal throws(CommandFailure) in
    let merged: MergedReport
    do throws(MergedReport.Failure) {
      merged = try MergedReport(arguments.operands)
    } catch {
      throw .report(error)
    }
    let summary = ReportSummary(merged.files, seconds: merged.seconds)
    Reporter(terminal, arguments).write(
      merged.files, summary, as: arguments.format, times: merged.times)
    return summary.failed == 0 ? .success : .failed
  }
}
