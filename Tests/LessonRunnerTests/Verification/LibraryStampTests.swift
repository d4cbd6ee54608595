import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LibraryStampTests {
  @Test func theDigestIsKeptAndChangesWithTheModules() throws {
    try withScratch { folder in
      let toolchain = Toolchain.sample(modules: folder + "/modules", host: folder + "/host")
      let cache = Cache(folder: folder + "/cache")
      try Files.write("a", at: folder + "/modules/Library.swiftmodule")
      let first = LibraryStamp(toolchain, ["Library"], cache).digest
      #expect(LibraryStamp(toolchain, ["Library"], cache).digest == first)
      #expect(LibraryStamp(toolchain, ["Library"], Cache(folder: nil)).digest == first)
      try Files.write("other", at: folder + "/modules/Library.swiftmodule")
      #expect(LibraryStamp(toolchain, ["Library"], cache).digest != first)
    }
  }
}
