import JSON
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ShardSummaryTests {
  @Test func theSummaryOfAReportIsReadBack() throws {
    let shard = try #require(Shard("2/3"))
    let summary = ShardSummary(
      shard, of: [sampleLesson("a")], unusable: ["b.md"], times: ["x.md": 1.5])
    let text = MachineReport.json([], ReportSummary([], seconds: 0), shard: summary)
    #expect(ShardSummary(try JSONValue(text)) == summary)
  }

  @Test func theCourseIsToldByTheLessonsTexts() throws {
    let shard = try #require(Shard("1/1"))
    func course(_ text: String) -> String {
      ShardSummary(shard, of: [sampleLesson(text)], times: [:]).course
    }
    #expect(course("a") == course("a"))
    #expect(course("a") != course("b"))
  }

  @Test func aWholeReportIsNoShards() throws {
    let text = MachineReport.json([], ReportSummary([], seconds: 0), times: ["x.md": 2])
    #expect(ShardSummary(try JSONValue(text)) == nil)
    #expect(ShardSummary.times(in: try JSONValue(text)) == ["x.md": 2])
  }
}
