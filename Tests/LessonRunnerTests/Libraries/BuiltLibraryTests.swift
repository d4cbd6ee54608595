import FileSystem
import Testing

@testable import LessonRunner

@Suite struct BuiltLibraryTests {
  @Test func anEntryComesBackAsItWasWritten() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      let entry = LibraryEntry(
        sources: LibrarySources(files: ["/a", "/b"], folders: ["/c"]), identity: "i", digest: "d",
        folder: "/library", imports: ["A", "Figures"])
      let key = LibraryEntry.key(package: "/p", product: "A")
      try entry.write(key, to: cache)
      let found = try #require(LibraryEntry.read(key, from: cache))
      #expect(found.sources == entry.sources && found.imports == entry.imports)
      #expect([found.identity, found.digest, found.folder] == ["i", "d", "/library"])
      #expect(!found.isThere)
      #expect(LibraryEntry.key(package: "/p", product: nil) != key)
    }
  }

  @Test func onlyATemporaryLibraryIsRemoved() throws {
    try withScratch { folder in
      try Files.createFolder(folder + "/kept")
      try Files.createFolder(folder + "/temporary")
      BuiltLibrary(folder: folder + "/kept", imports: []).remove()
      BuiltLibrary(imports: [], temporary: folder + "/temporary").remove()
      #expect(Files.list(folder) == ["kept"])
    }
  }
}
