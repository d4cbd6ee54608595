import FileSystem
import Foundation
import JSON
import LessonRunner

/// The report of a shard, as `gradus merge` reads it.
struct JSONInput {
  let bytes: [UInt8]
  let scratch: String

  static let words = [
    "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "\\", "null", "true", "-", "1e999",
    "0.5",
    "{\"a\":", "[[", "\n", "\"type\":\"check\"", "\"line\":-9223372036854775808,",
    "\"column\":1e18,",
    "\"width\":9007199254740992,", "\"file\":\"/dev/zero\",", "\"1/1\"",
  ]

  static let seeds: [[UInt8]] = [
    """
    {"type":"check","lesson":"a","file":"a.md","line":1,"column":2,"kind":"value","status":"pass",\
    "rule":null,"source":"b","expected":"0.5","actual":"0.5"}
    {"type":"check","lesson":"a","file":"a.md","line":3,"column":4,"kind":"figure","status":"fail",\
    "rule":"dead-link","source":"c","expected":"[1, 2]","actual":"[1, 3]","message":"d","remedy":"e",\
    "width":3,"notes":["f\\u00e9"],"follows":false,"compares":true}
    {"type":"summary","lessons":1,"checks":2,"passed":1,"failed":1,"skipped":0,"seconds":1.5,\
    "shard":"1/1","course":"a","files":["a.md"],"times":{"a":0.5}}

    """
  ].map { Array($0.utf8) }

  func run() throws {
    for line in bytes.split(separator: 10) {
      let text = String(decoding: line, as: UTF8.self)
      let ours = try? JSONValue(text)
      // What only Foundation reads is not compared: it is laxer in places.
      if ours != nil, !text.contains("\\u"), !text.contains("e") {
        let theirs = try? JSONSerialization.jsonObject(
          with: Data(text.utf8), options: .fragmentsAllowed)
        try expect(theirs != nil, "it reads what is no JSON: \(text.prefix(200))")
      }
    }
    let path = scratch + "/report.json"
    try Files.write(bytes, to: path)
    _ = try? MergedReport.times(in: path)
    guard let report = try? MergedReport([path]) else { return }
    for result in report.files { _ = HumanReport(colors: false, verbose: true).text(result) }
    let summary = ReportSummary(report.files, seconds: report.seconds)
    _ = MachineReport.json(report.files, summary, times: report.times)
    _ = MachineReport.junit(report.files, summary)
    _ = MachineReport.github(report.files)
  }
}
