import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LongValuesTests {
  private func list(_ values: [Int]) -> String {
    "[" + values.map(String.init).joined(separator: ", ") + "]"
  }

  @Test func shortValuesStayWhole() {
    let values = LongValues(expected: "[1, 2]", actual: "[1.0, 3.0]")
    #expect(values.expected == "[1, 2]")
    #expect(values.actual == "[1.0, 3.0]")
    #expect(values.note == nil)
  }

  @Test func ofLongListsWhatStandsAroundTheFirstDifferenceIsShown() {
    var other = Array(1...50)
    other[20] = 7
    let values = LongValues(expected: list(Array(1...50)), actual: list(other))
    #expect(values.expected == "…, 19, 20, 21, 22, 23, …")
    #expect(values.actual == "…, 19, 20, 7, 22, 23, …")
    #expect(values.note == "the first number that differs, of 50, is at index 20")
  }

  @Test func listsOfTwoLengthsDifferWhereTheShorterEnds() {
    let values = LongValues(expected: list(Array(1...40)), actual: list(Array(1...50)))
    #expect(
      values.note
        == "the first number that differs, of 40 expected and 50 that came, is at index 40")
  }

  @Test func nestedListsHaveAPathOfIndices() {
    let row = list(Array(1...30))
    var changed = Array(1...30)
    changed[2] = 9
    let values = LongValues(
      expected: "[\(row), \(row)]", actual: "[\(row), \(list(changed))]")
    #expect(values.note == "the first number that differs, of 60, is at index 1, 2")
  }

  @Test func ofLongTextsTheFirstCharacterThatDiffersIsCounted() {
    let text = String(repeating: "a", count: 100)
    let values = LongValues(expected: "\"\(text)b\"", actual: "\(text)c")
    #expect(values.note == "the first character that differs is number 101")
    #expect(values.expected.hasPrefix("…"))
    #expect(values.actual.hasSuffix("c"))
  }
}
