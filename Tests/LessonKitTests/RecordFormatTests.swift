import Testing

@testable import LessonKit

@Suite struct RecordFormatTests {
  private func text(_ kind: RecordKind, _ fields: [String]) -> String {
    String(
      decoding: RecordFormat.bytes(boundary: Array("<>".utf8), kind, fields), as: UTF8.self)
  }

  @Test func aRecordIsTheBoundaryTheLetterTheLengthAndTheFields() {
    #expect(text(.check, ["1", "2", "é:\n"]) == "<>V0000000c1:11:24:é:\n")
    #expect(text(.end, []) == "<>D00000000")
    #expect(text(.block, [String(repeating: "x", count: 300)]).hasPrefix("<>B00000130300:xxx"))
  }

  @Test func everyKindHasALetterOfItsOwn() {
    #expect(Set(RecordKind.allCases.map(\.rawValue)).count == RecordKind.allCases.count)
    #expect(RecordKind.allCases.allSatisfy { ("A"..."Z").contains($0.rawValue) })
  }

  @Test func aTablesCellsAreTheirNumberOfColumnsTheHeadsAndTheRows() {
    #expect(
      RecordFormat.cells(columns: ["x", "y"], rows: [["1", "2"], ["3", "4"]])
        == ["2", "x", "y", "1", "2", "3", "4"])
  }
}
