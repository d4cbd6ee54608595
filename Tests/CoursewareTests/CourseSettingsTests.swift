import Testing

@testable import Courseware

@Suite struct CourseSettingsTests {
  @Test func whereNothingIsNamedTheCourseInTheUsualFolderIsMeant() {
    #expect(CourseSettings().operands == ["lessons"])
    #expect(CourseSettings(operands: []).operands == ["lessons"])
    #expect(CourseSettings(operands: ["a", "b.md"]).operands == ["a", "b.md"])
  }
}
