import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct NumberStyleTests {
  private func number(_ text: String) throws -> WrittenNumber {
    try #require(WrittenNumber(text))
  }

  @Test(arguments: [
    ("0.123456", "0.50", "0.12"), ("1234.5", "1e2", "1e3"), ("0.00012345", "1.5e-3", "1.2e-4"),
    ("-0.5", "−0.25", "−0.50"), ("2.0", "1", "2"), ("inf", "0.5", "inf"), ("-1.26", "0.5", "-1.3"),
  ])
  func aNumberIsWrittenLikeAnother(value: String, model: String, expected: String) throws {
    #expect(try NumberStyle.format(number(value), like: number(model)) == expected)
  }

  @Test func decimalsAreAddedUntilTheToleranceHolds() throws {
    let text = try NumberStyle.format(
      number("0.12345"), like: number("0.5"), within: .absolute(1e-3))
    #expect(text == "0.123")
  }

  @Test(arguments: [
    ("loss 0.123, rate 2.0", "loss 0.50, rate 1", "loss 0.12, rate 2"),
    ("loss 0.5001", "loss 0.50", "loss 0.50"), ("a 1.5 b", "a", "a 1.5 b"),
  ])
  func aLineKeepsThePrecisionOfTheOldOne(printed: String, written: String, expected: String) {
    #expect(NumberStyle.line(printed, like: written) == expected)
  }

  @Test func placesCountScalars() {
    let places = NumberStyle.places(in: "é 1.5 and 2")
    #expect(places.map(\.start) == [2, 10])
    #expect(places.map(\.end) == [5, 11])
  }
}
