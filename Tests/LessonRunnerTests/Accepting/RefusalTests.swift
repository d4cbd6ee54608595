import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct RefusalTests {
  @Test(arguments: [
    (
      Acceptance.Refusal.Cause.notReached, "it was never reached, so there is no value to write"
    ),
    (.severalValues(firstFailing: "2"), "it has more than one value; the first that fails is 2"),
    (.noOneValue(.less, actual: "2"), "`<` has no one value; it is 2 now"),
    (.otherShape(actual: "2"), "its value can't be written there; it is 2 now"),
  ])
  func itsWordsNameThePlaceAndTheCause(cause: Acceptance.Refusal.Cause, words: String) {
    let refusal = Acceptance.Refusal(
      file: "x.md", position: SourcePosition(line: 3, column: 5), cause: cause)
    #expect(refusal.message == "x.md:3:5: \(words)")
  }
}
