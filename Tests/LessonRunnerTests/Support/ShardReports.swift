import FileSystem
import LessonFormat

@testable import LessonRunner

/// Writes the report of one shard of a course of these lessons, and returns its path.
func writeReport(
  _ shard: String, of lessons: [Lesson], checks: [CheckResult], in folder: String
) throws -> String {
  let files = Dictionary(grouping: checks, by: \.file).sorted { $0.key < $1.key }.map {
    file, checks in
    FileReport(
      .lesson, SourceFile(path: file, text: ""), name: checks[0].lesson, checks: checks)
  }
  let summary = Shard(shard).map { ShardSummary($0, of: lessons, times: [:]) }
  let path = folder + "/" + shard.replacing("/", with: "-") + ".jsonl"
  try Files.write(
    MachineReport.json(files, ReportSummary(files, seconds: 2), shard: summary), at: path)
  return path
}

/// A check of a lesson.
func sampleCheck(of lesson: String, line: Int = 1) -> CheckResult {
  CheckResult(
    lesson: lesson, file: lesson + ".md", position: SourcePosition(line: line, column: 1),
    kind: .value, status: .pass)
}
