import LessonKit
import Testing

@testable import LessonRunner

@Suite struct RecordTests {
  private static let records: [Record] = [
    .block(3), .throwing(block: 1, offset: 7), .check(block: 1, check: 2, value: "0.5"),
    .claim(4, value: "a"),
    .value(block: 1, value: ""),
    .figure(name: "", title: "t", alternative: "a", caption: "c", svg: "<svg/>", table: nil),
    .figure(
      name: "n", title: "t", alternative: "a", caption: "c", svg: "<svg/>",
      table: ShownTable(title: "t", columns: ["x", "y"], rows: [["1", "2"], ["3", "4"]])),
    .table(title: "t", columns: ["x"], rows: [["1"], ["2"]]),
    .trap(block: 1, status: 4, said: "why"), .attemptBegan(2), .attemptFinished,
    .attemptEnded(2, status: 0, said: ""), .crash(signal: 11), .end,
  ]

  @Test(arguments: records)
  func aRecordIsMadeAgainFromItsKindAndFields(record: Record) throws {
    let (kind, fields) = try #require(record.fields)
    #expect(Record(kind, fields) == record)
  }

  @Test func everyKindHasARecord() {
    #expect(
      Set(Self.records.compactMap { $0.fields?.kind }) == Set(RecordKind.allCases))
  }

  @Test func printedTextIsNoRecordOfTheRecorders() {
    #expect(Record.text("a").fields == nil)
  }

  @Test(arguments: [
    (RecordKind.block, ["a"]), (.block, []), (.throwing, ["1"]), (.check, ["1", "2"]),
    (.claim, ["x", "1"]),
    (.figure, ["n", "t", "a", "c"]), (.figure, ["n", "t", "a", "c", "s", "2", "x"]),
    (.table, ["t", "0"]), (.table, ["t", "2", "x", "y", "1"]), (.trap, ["1", "a", ""]),
    (.attemptFinished, ["1"]), (.end, [""]),
  ])
  func fieldsThatDoNotFitTheirKindMakeNone(kind: RecordKind, fields: [String]) {
    #expect(Record(kind, fields) == nil)
  }
}
