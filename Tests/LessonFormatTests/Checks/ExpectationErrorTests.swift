import Testing

@testable import LessonFormat

@Suite struct ExpectationErrorTests {
  @Test func theErrorHoldsWhatWasWritten() {
    #expect(throws: ExpectationError.missingValue(.approximately)) {
      try Expectation.read(.approximately, "  ")
    }
    #expect(throws: ExpectationError.unreadable(text: "about two", .less)) {
      try Expectation.read(.less, " about two")
    }
  }

  @Test func itsWordsNameTheRelation() {
    #expect(
      ExpectationError.missingValue(.equal).message == "nothing is written after `=`")
    let error = ExpectationError.unreadable(text: "two", .less)
    #expect(error.message == "`two` can't be read as a value for `<`")
    #expect(error.remedy.hasPrefix("write one number;"))
    #expect(
      ExpectationError.unreadable(text: "two", .approximately).remedy.hasPrefix(
        "write a number, a list of numbers in brackets,"))
  }

  @Test(arguments: [
    ("1.0 m", "write the number alone; its unit can stand in the text"),
    ("0,5", "write the decimals behind a point: `0.5`"),
  ])
  func aUnitAndACommaAreNamed(text: String, remedy: String) {
    #expect(ExpectationError.unreadable(text: text, .approximately).remedy == remedy)
  }
}
