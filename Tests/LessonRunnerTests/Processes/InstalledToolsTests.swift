import Testing

@testable import LessonRunner

@Suite struct InstalledToolsTests {
  @Test func theWayInWhichTheseTestsAreIsolatedIsFoundWithItsVersion() throws {
    let way = InstalledTools.isolation()
    let version = try #require(way.version)
    #expect(version.hasPrefix(way.shortfall == nil ? "bubblewrap " : "Landlock "))
  }
}
