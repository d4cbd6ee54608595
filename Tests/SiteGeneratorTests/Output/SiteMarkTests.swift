import Testing

@testable import SiteGenerator

@Suite struct SiteMarkTests {
  @Test func aMarkIsReadAsItWasWritten() throws {
    let scratch = try ScratchFolder()
    let mark = SiteMark(
      of: ["a.html", "data/b c.csv", "100%0A", "two\nlines"].map {
        SiteFile(path: $0, bytes: [])
      })
    try scratch.write(String(decoding: mark.file.bytes, as: UTF8.self), to: SiteMark.name)
    #expect(SiteMark(in: scratch.path) == mark)
    #expect(mark.paths?.count == 4)
  }

  @Test func aFolderWithoutAMarkIsNotASite() throws {
    #expect(SiteMark(in: try ScratchFolder().path) == nil)
  }

  @Test func anOlderMarkDoesNotSayWhatWasWritten() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Made by gradus; replaced by each build.\n", to: SiteMark.name)
    #expect(try #require(SiteMark(in: scratch.path)).paths == nil)
  }
}
