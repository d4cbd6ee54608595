import Testing

@testable import Courseware

@Suite struct VerifiedCourseTests {
  @Test func aSummaryIsReadAsItWasStored() {
    let summary = BuildSummary(lessons: 6, checks: 623, figures: 52, pages: 10)
    #expect(BuildSummary(stored: summary.stored) == summary)
  }

  @Test(arguments: ["", "1 2 3", "1 2 3 4 5", "one two three four"])
  func textThatIsNoSummaryIsNotReadAsOne(text: String) {
    #expect(BuildSummary(stored: text) == nil)
  }
}
