import Testing

@testable import LessonFormat

@Suite struct ExpectedValueTests {
  private func value(_ text: String) throws -> ExpectedValue {
    try Expectation.read(.equal, text).value
  }

  @Test(arguments: [
    ("1", true), ("[…]", true), ("[1, [2, …]]", true), ("[]", true), ("\"1\"", false),
    ("[1, a]", false), ("[\"a\": 1]", false), ("one", false),
  ])
  func aValueIsNumericIfNothingButNumbersStandInIt(text: String, expected: Bool) throws {
    #expect(try value(text).isNumeric == expected)
  }

  @Test(arguments: [
    ("1", true), ("[1, 2]", true), ("[\"a\": 1]", true), ("[\"a\": \"b\"]", false),
    ("[1, \"a\"]", false), ("\"1\"", false), ("one", false),
  ])
  func aValueCanBeApproximateIfItsWordsAreKeys(text: String, expected: Bool) throws {
    #expect(try value(text).canBeApproximate == expected)
  }
}
