import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ShardReportTests {
  private let lessons = [sampleLesson("a", path: "a.md"), sampleLesson("b", path: "b.md")]

  @Test func aReportIsReadWithItsChecksByTheirFiles() throws {
    try withScratch { folder in
      let report = try ShardReport(
        writeReport(
          "1/2", of: lessons,
          checks: [sampleCheck(of: "a"), sampleCheck(of: "b"), sampleCheck(of: "a", line: 2)],
          in: folder))
      #expect(report.files == ["a.md", "b.md"])
      #expect(report.checks["a.md"]?.map(\.position.line) == [1, 2])
      #expect(report.summary.shard == Shard("1/2"))
      #expect(report.seconds == 2)
    }
  }

  @Test(arguments: ["line", "column"])
  func aLineOrAColumnBeforeTheFirstIsNoLineOfAReport(name: String) throws {
    try withScratch { folder in
      let path = try writeReport("1/2", of: lessons, checks: [sampleCheck()], in: folder)
      let text = String(decoding: try Files.read(path), as: UTF8.self)
      try Files.write(text.replacing("\"\(name)\":1", with: "\"\(name)\":0"), at: path)
      #expect {
        try ShardReport(path)
      } throws: { error in
        if case MergedReport.Failure.notALine(path, 1) = error { true } else { false }
      }
    }
  }

  @Test func aFileThatIsNotThereCantBeRead() {
    #expect {
      try ShardReport("/nonexistent.jsonl")
    } throws: { error in
      guard case MergedReport.Failure.unreadable = error else { return false }
      return true
    }
  }
}
