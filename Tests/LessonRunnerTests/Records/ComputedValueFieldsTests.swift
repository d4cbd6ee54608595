import LessonFormat
import LessonKit
import Testing

@testable import LessonRunner

@Suite struct ComputedValueFieldsTests {
  private static let values: [ComputedValue] = [
    ComputedValue("1", .numbers(.exact)), ComputedValue("0.5", .numbers(.double)),
    ComputedValue("0.5", .numbers(.single)), ComputedValue("a\n", .text), ComputedValue("Point()"),
    ComputedValue("Optional(1)", .optional(ComputedValue("1", .numbers(.exact)))),
    ComputedValue("[]", .list([])),
    ComputedValue("[\"a\"]", .list([ComputedValue("a", .text)])),
    ComputedValue("[\"a\"]", .set([ComputedValue("a", .text)])),
    ComputedValue(
      "[1: [\"a\"]]",
      .dictionary([
        ComputedValue.Entry(
          key: ComputedValue("1", .numbers(.exact)),
          value: ComputedValue("[\"a\"]", .list([ComputedValue("a", .text)])))
      ])),
  ]

  @Test(arguments: values) func aValueIsMadeAgainFromItsFields(value: ComputedValue) {
    #expect(ComputedValue(fields: value.fields) == value)
  }

  @Test(arguments: [
    [], ["n"], ["n", "1", "2"], ["x", "1"], ["l", "[]"], ["l", "[]", "-1"], ["l", "[]", "9"],
    ["l", "[]", "1", "n"], ["?", "a", "0"], ["m", "[]", "1", "n", "1"], ["l", "[]", "a"],
  ])
  func fieldsThatTellNoValueAreNone(fields: [String]) {
    #expect(ComputedValue(fields: fields) == nil)
  }

  @Test func listsWithoutEndAreNoValue() {
    let fields = (0..<100_000).flatMap { _ in ["l", "", "1"] }
    #expect(ComputedValue(fields: fields) == nil)
  }
}
