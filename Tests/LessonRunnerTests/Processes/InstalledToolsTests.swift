import Testing

@testable import LessonRunner

@Suite struct InstalledToolsTests {
  @Test func theSandboxThatTheseTestsRunInIsFoundWithItsVersion() throws {
    let version = try #require(InstalledTools.sandbox())
    #expect(version.hasPrefix("bubblewrap "))
  }
}
