import FileSystem
import Testing

@testable import LessonRunner

@Suite struct BuildStampTests {
  @Test func aBuildIsKnownUntilWhatItReadOrWroteChanges() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/cache")
      try Files.write("a", at: folder + "/in/a.md")
      try Files.write("<p>", at: folder + "/out/a.html")
      func stamp(_ options: [String] = []) -> BuildStamp {
        BuildStamp(
          inputs: [folder + "/in"], options: options, output: folder + "/out", cache: cache)
      }
      #expect(stamp().lastSummary == nil)
      stamp().keep("one page\nbuilt")
      #expect(stamp().lastSummary == "one page\nbuilt")
      #expect(stamp(["--strict"]).lastSummary == nil)

      try Files.write("<p><p>", at: folder + "/out/a.html")
      #expect(stamp().lastSummary == nil)
      stamp().keep("again")
      #expect(stamp().lastSummary == "again")
      try Files.write("b", at: folder + "/in/b.md")
      #expect(stamp().lastSummary == nil)
    }
  }
}
