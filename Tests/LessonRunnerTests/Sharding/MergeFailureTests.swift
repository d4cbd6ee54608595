import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct MergeFailureTests {
  private let lessons = [sampleLesson("a", path: "a.md"), sampleLesson("b", path: "b.md")]

  /// The message with which joining reports fails, without the folder.
  private func message(_ body: (String) throws -> [String]) throws -> String {
    try withScratch { folder in
      let paths = try body(folder)
      let failure = #expect(throws: MergedReport.Failure.self) { try MergedReport(paths) }
      #expect(failure?.remedy.isEmpty == false)
      return failure?.message.replacing(folder + "/", with: "") ?? ""
    }
  }

  private func write(_ text: String, _ folder: String) throws -> [String] {
    try Files.write(text, at: folder + "/r.jsonl")
    return [folder + "/r.jsonl"]
  }

  @Test(arguments: [
    ("{", "r.jsonl:1:2: this is not JSON:"), ("{}\n", "r.jsonl:1: this is not a line of a report"),
    ("", "r.jsonl:1: the report has no summary at its end"),
    ("{\"type\":\"summary\"}\n{}\n", "r.jsonl:2: something follows the summary"),
    (
      "{\"type\":\"summary\",\"checks\":0}\n",
      "r.jsonl: this is the report of a whole, not of a shard"
    ),
    (
      "{\"type\":\"summary\",\"checks\":3,\"shard\":\"1/1\",\"files\":[],\"course\":\"c\"}\n",
      "r.jsonl: the summary counts other checks than there are (0)"
    ),
  ])
  func aReportThatCantBeReadIsNamedWithItsLine(text: String, expected: String) throws {
    let found = try message { try write(text, $0) }
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test func whatMayHaveNoEndIsNotRead() throws {
    for path in ["/dev/zero", "/dev/full"] {
      #expect(throws: MergedReport.Failure.self) { try MergedReport.times(in: path) }
      let failure = #expect(throws: MergedReport.Failure.self) { try MergedReport([path]) }
      #expect(failure?.message == "\(path) is no plain file")
    }
  }

  @Test func reportsMustBeOfOneSplitOfOneCourse() throws {
    #expect(
      try message { folder in
        [
          try writeReport("1/2", of: lessons, checks: [], in: folder),
          try writeReport("2/3", of: lessons, checks: [], in: folder),
        ]
      } == "1-2.jsonl is shard 1/2, and 2-3.jsonl is shard 2/3")
    #expect(
      try message { folder in
        [
          try writeReport("1/2", of: lessons, checks: [], in: folder),
          try writeReport("2/2", of: [lessons[0]], checks: [], in: folder),
        ]
      } == "1-2.jsonl and 2-2.jsonl are not of the same lessons")
  }

  @Test func everyShardMustBeThereOnce() throws {
    #expect(
      try message { [try writeReport("1/3", of: lessons, checks: [], in: $0)] }
        == "shards 2/3, 3/3 are missing")
    #expect(
      try message { [try writeReport("1/2", of: lessons, checks: [], in: $0)] }
        == "shard 2/2 is missing")
    #expect(
      try message { folder in
        let path = try writeReport("1/2", of: lessons, checks: [], in: folder)
        return [path, path]
      } == "1-2.jsonl and 1-2.jsonl are both shard 1/2")
  }

  @Test func everyLessonMustBeInOneReport() throws {
    #expect(
      try message { [try writeReport("1/1", of: lessons, checks: [sampleCheck(of: "a")], in: $0)] }
        == "b.md is in none of the reports")
    #expect(
      try message { folder in
        try ["1/2", "2/2"].map { shard in
          try writeReport(shard, of: lessons, checks: [sampleCheck(of: "a")], in: folder)
        }
      } == "a.md is in 1-2.jsonl and in 2-2.jsonl")
  }

  @Test func timesMustBeThere() throws {
    try withScratch { folder in
      let path = try write("{}\n", folder)[0]
      let failure = #expect(throws: MergedReport.Failure.self) {
        try MergedReport.times(in: path)
      }
      #expect(failure?.message == "\(path) is not a report, or was cut off")
      let missing = #expect(throws: MergedReport.Failure.self) {
        try MergedReport.times(in: folder + "/none")
      }
      #expect(missing?.remedy == "leave --times out until there is a report")
    }
  }
}
