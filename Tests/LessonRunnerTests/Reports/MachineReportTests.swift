import JSON
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct MachineReportTests {
  private func report(_ checks: CheckResult...) -> [FileReport] {
    [FileReport(.lesson, SourceFile(path: "x.md", text: ""), name: "x", checks: checks)]
  }

  private func json(_ files: [FileReport], shard: ShardSummary? = nil) throws -> [JSONValue] {
    try MachineReport.json(files, ReportSummary(files, seconds: 1.234), shard: shard)
      .split(separator: "\n").map { try JSONValue(String($0)) }
  }

  @Test func jsonHasALineForEachCheckAndOneForTheWhole() throws {
    let lines = try json(
      report(
        sampleCheck(
          .fail, line: 3, column: 5, rule: .valueMismatch, expected: "1", actual: "2", message: "no"
        )))
    #expect(lines.count == 2)
    #expect(lines[0]["type"]?.text == "check")
    #expect(lines[0]["line"]?.count == 3)
    #expect(lines[0]["rule"]?.text == "value-mismatch")
    #expect(lines[0]["message"] == nil)
    #expect(lines[1]["type"]?.text == "summary")
    #expect(lines[1]["failed"]?.count == 1)
    #expect(lines[1]["seconds"]?.number == 1.23)
  }

  @Test func aShardsReportSaysAlsoWhatAReaderNeeds() throws {
    let shard = try #require(Shard("1/2"))
    let summary = ShardSummary(shard, of: [sampleLesson("a")], times: ["x.md": 2])
    let lines = try json(
      report(sampleCheck(.fail, rule: .valueMismatch, message: "no")), shard: summary)
    #expect(lines[0]["message"]?.text == "no")
    #expect(lines[1]["shard"]?.text == "1/2")
    #expect(lines[1]["times"]?["x.md"]?.number == 2)
  }

  @Test func junitHasASuiteForEachLesson() {
    let files = report(
      sampleCheck(), sampleCheck(.fail, rule: .valueMismatch, expected: "<1>", message: "a & b"),
      sampleCheck(.skipped, message: "skipped: why"))
    let xml = MachineReport.junit(files, ReportSummary(files, seconds: 0))
    #expect(
      xml.contains("<testsuite name=\"x\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\""))
    #expect(xml.contains("<failure type=\"value-mismatch\" message=\"a &amp; b\">"))
    #expect(xml.contains("expected: &lt;1&gt;"))
    #expect(xml.contains("<skipped message=\"skipped: why\""))
  }

  @Test func numbersAreCountedByWhatBacksThem() throws {
    let files = report(
      sampleCheck(kind: .number, actual: "input"), sampleCheck(kind: .number, actual: "input"),
      sampleCheck(.fail, kind: .number, rule: .unverifiedNumber, actual: "unverified"))
    let summary = try #require(try json(files).last)
    let names = ["numbers", "computed", "inputs", "given", "unverified"]
    #expect(names.map { summary[$0]?.count } == [3, 0, 2, 0, 1])
    let xml = MachineReport.junit(files, ReportSummary(files, seconds: 0))
    #expect(xml.contains("<properties><property name=\"numbers\" value=\"3\"/>"))
    #expect(xml.contains("<property name=\"inputs\" value=\"2\"/>"))
    let none = report(sampleCheck())
    #expect(
      !MachineReport.junit(none, ReportSummary(none, seconds: 0)).contains("<properties>"))
  }

  /// What a program says can't be another command: not behind a line end of any kind.
  @Test(arguments: ["\r\n", "\r", "\n", "\u{85}", "\u{2028}", "\u{B}", "\u{C}", "\n\r\n"])
  func githubIsGivenNoCommandOfALessons(end: String) {
    let forged = "a\(end)::set-env name=A::b\(end)##[add-mask]c"
    var check = sampleCheck(
      .fail, rule: .trapped, expected: forged, actual: forged, message: forged)
    check.file = "\(end)::error::,x"
    check.remedy = forged
    let text = MachineReport.github(report(check))
    #expect(text.hasPrefix("::error file=") && text.utf8.count { $0 == 10 } == 1)
    #expect(text.dropLast().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(!text.contains("##[") && !text.contains("\u{2028}"))
  }

  @Test func controlCharactersAreShownInJUnit() {
    let files = report(sampleCheck(.fail, actual: "\u{1B}[31m", message: "a\r\u{9B}\u{202E}"))
    let xml = MachineReport.junit(files, ReportSummary(files, seconds: 0))
    #expect(xml.contains("message=\"a␍␦␦\"") && xml.contains("actual: ␛[31m"))
  }

  @Test func githubGetsOneCommandForEachFindingWithItsLineBreaksEscaped() {
    let text = MachineReport.github(
      report(
        sampleCheck(), sampleCheck(.fail, isConsequence: true),
        sampleCheck(.fail, line: 2, rule: .valueMismatch, message: "50% off"),
        sampleCheck(.warning, message: "hm")))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        "::error file=x.md,line=2,col=1,title=value-mismatch::50%25 off%0Aexpected: "))
    #expect(lines[1].hasPrefix("::warning file=x.md"))
  }
}
