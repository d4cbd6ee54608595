import FileSystem
import Testing

@testable import LessonRunner

@Suite struct LibrarySourcesTests {
  @Test func aTouchChangesTheIdentityAndOnlyContentTheDigest() throws {
    try withScratch { folder in
      try Files.write("compiler", at: folder + "/swift-frontend")
      try Files.write("a", at: folder + "/Sources/A.swift")
      let sources = LibrarySources(
        files: [folder + "/swift-frontend", folder + "/missing"], folders: [folder + "/Sources"])
      let (identity, digest) = (sources.identity, sources.digest)
      #expect(sources.identity == identity && sources.digest == digest)

      // Written anew with the same content, in another file.
      Files.remove(folder + "/Sources/A.swift")
      try Files.write("b", at: folder + "/Sources/B.swift")
      #expect(sources.identity != identity && sources.digest != digest)
      Files.remove(folder + "/Sources/B.swift")
      try Files.write("a", at: folder + "/Sources/A.swift")
      #expect(sources.digest == digest)
      #expect(sources.identity != identity)

      // A file that was missing counts from now on.
      try Files.write("", at: folder + "/missing")
      #expect(sources.digest != digest)
    }
  }
}
