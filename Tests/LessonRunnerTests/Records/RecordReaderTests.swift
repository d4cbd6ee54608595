import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct RecordReaderTests {
  private let boundary = "0123456789abcdef"

  /// A record as the recorder writes it.
  private func record(_ kind: String, _ fields: String...) -> String {
    let body = fields.map { "\($0.utf8.count):\($0)" }.joined()
    let length = String(body.utf8.count, radix: 16)
    return boundary + kind + String(repeating: "0", count: 8 - length.count) + length + body
  }

  private func read(_ text: String) -> [Record] {
    RecordReader.read(Array(text.utf8), boundary: boundary)
  }

  @Test func recordsAndPrintedTextKeepTheirOrder() {
    let text =
      "before" + record("B", "0") + "loss 0.5\n" + record("V", "0", "1", "o", "[1.0, 2.0]")
      + "after" + record("D")
    #expect(
      read(text) == [
        .text("before"), .block(0), .text("loss 0.5\n"),
        .check(block: 0, check: 1, value: "[1.0, 2.0]"), .text("after"), .end,
      ])
  }

  @Test func fieldsMayHoldAnythingAlsoColonsLineFeedsAndTheBoundarysOwnDigits() {
    let value = "3:abc\n\(boundary)é"
    #expect(read(record("C", "7", "o", value)) == [.claim(7, value: ComputedValue(value))])
  }

  @Test func figuresAndTablesComeWhole() {
    #expect(
      read(record("F", "name", "title", "alt", "caption", "<svg/>")) == [
        .figure(name: "name", title: "title", alternative: "alt", caption: "caption", svg: "<svg/>")
      ])
    #expect(
      read(record("F", "", "title", "alt", "", "<svg/>", "2", "x", "y", "1", "2")) == [
        .figure(
          name: "", title: "title", alternative: "alt", caption: "", svg: "<svg/>",
          table: ShownTable(title: "title", columns: ["x", "y"], rows: [["1", "2"]]))
      ])
    #expect(
      read(record("T", "title", "2", "a", "b", "1", "2", "3", "4")) == [
        .table(title: "title", columns: ["a", "b"], rows: [["1", "2"], ["3", "4"]])
      ])
  }

  @Test func whatWasCutOffByACrashIsTextAndLosesNothingBeforeIt() {
    let whole = record("B", "3")
    for count in 1..<whole.utf8.count {
      let records = read("x" + String(whole.utf8.prefix(count))!)
      #expect(records.first == .text("x" + String(whole.utf8.prefix(count))!))
    }
    #expect(read(record("B", "1") + boundary + "V0000") == [.block(1), .text(boundary + "V0000")])
  }

  @Test(arguments: [
    "Z00000000", "B0000000300:", "Bxxxxxxxx", "V000000031:0", "T000000071:t1:0",
  ])
  func aBoundaryBeforeNonsenseIsText(rest: String) {
    #expect(read(boundary + rest) == [.text(boundary + rest)])
  }
}
