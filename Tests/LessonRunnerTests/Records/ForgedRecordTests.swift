import LessonFormat
import Testing

@testable import LessonRunner

/// A program that found the boundary in its own memory could write records of its own.
@Suite struct ForgedRecordTests {
  private static let boundary = "0123456789abcdef"

  @Test(arguments: [
    "D-0000100", "D-0000001", "V0000002f1:01:09223372036854775807:0.5",
    "B000000159223372036854775807:0", "B00000003-1:", "T0000001a1:A19:92233720368547758071:b",
    "T000000191:A18:922337203685477580", "T0000000a1:A2:-11:b", "Bffffffff1:0", "B7fffffff1:0",
  ])
  func aRecordWhoseLengthsAreNoneIsPrintedText(record: String) {
    let text = "before" + Self.boundary + record + "after"
    #expect(RecordReader.read(Array(text.utf8), boundary: Self.boundary) == [.text(text)])
  }

  @Test(.timeLimit(.minutes(20)))
  func marksWithLongBodiesAndNoFieldInThemAreReadInTimeThatGrowsWithTheirNumber() {
    let text = String(repeating: Self.boundary + "B00fffff0", count: 60_000)
    #expect(RecordReader.read(Array(text.utf8), boundary: Self.boundary).count == 1)
  }

  @Test func recordsOfBlocksChecksClaimsAndAttemptsThatAreNoneArePassedOver() {
    let text = "# A\n\n```swift\nlet a = 1 // = 1\n```\n"
    let lesson = LessonReader.read(SourceFile(path: "a.md", text: text), id: "a")
    for number in [-1, 1, Int.max, Int.min] {
      let records: [Record] = [
        .block(number), .check(block: number, check: 0, value: "1"),
        .value(block: number, value: ""),
        .check(block: 0, check: number, value: "1"), .claim(number, value: "1"), .text("a"),
        .trap(block: number, status: 1, said: ""), .attemptBegan(number),
        .attemptEnded(number, status: 1, said: ""), .end,
      ]
      let result = LessonJudge.judge(lesson, RunOutcome(records: records))
      #expect(result.blocks[0].checks[0].actual == nil)
    }
  }
}
