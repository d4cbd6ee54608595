import FileSystem
import Testing

@testable import Courseware

@Suite struct SiteSourcesTests {
  @Test func theSitesOwnSourcesLieAboveTheProgram() throws {
    #expect(Files.exists(try SiteSources.folder() + "/katex-render.js"))
  }
}
