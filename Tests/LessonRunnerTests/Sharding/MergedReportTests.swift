import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct MergedReportTests {
  private let lessons = [sampleLesson("a", path: "a.md"), sampleLesson("b", path: "b.md")]

  @Test func shardsAreJoinedInTheOrderOfTheCourse() throws {
    try withScratch { folder in
      let second = try writeReport("2/2", of: lessons, checks: [sampleCheck(of: "b")], in: folder)
      let first = try writeReport("1/2", of: lessons, checks: [sampleCheck(of: "a")], in: folder)
      let merged = try MergedReport([second, first])
      #expect(merged.files.map(\.file.path) == ["a.md", "b.md"])
      #expect(merged.files.map(\.checks.count) == [1, 1])
      #expect(merged.seconds == 2)
    }
  }

  @Test func timesAreReadFromTheLastLine() throws {
    try withScratch { folder in
      let path = folder + "/times.jsonl"
      try Files.write(
        MachineReport.json([], ReportSummary([], seconds: 0), times: ["a.md": 1.5]), at: path)
      #expect(try MergedReport.times(in: path) == ["a.md": 1.5])
    }
  }
}
