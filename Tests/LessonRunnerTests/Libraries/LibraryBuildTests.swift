import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

/// What needs no build; builds are in `GradusTests/LibraryTests`.
@Suite struct LibraryBuildTests {
  @Test func aLibraryThatWasNeverBuiltHasAnUnknownIdentityAndABuiltOneThatOfItsSources() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      try Files.write("", at: folder + "/p/Package.swift")
      try Files.write("a", at: folder + "/p/Sources/A.swift")
      let library = CourseLibrary(aroundFileIn: folder + "/p")
      let cache = Cache(folder: folder + "/cache")
      #expect(LibraryBuild.identity(of: library, cache: cache) == "unknown")

      try Files.write("", at: folder + "/built/lesson-host")
      chmodExecutable(folder + "/built/lesson-host")
      let sources = LibrarySources(files: [], folders: [folder + "/p/Sources"])
      let entry = LibraryEntry(
        sources: sources, identity: "", digest: "", folder: folder + "/built", imports: [])
      try entry.write(LibraryEntry.key(package: folder + "/p", product: nil), to: cache)
      let identity = LibraryBuild.identity(of: library, cache: cache)
      #expect(identity == sources.identity)
      try Files.write("more", at: folder + "/p/Sources/A.swift")
      #expect(LibraryBuild.identity(of: library, cache: cache) != identity)
    }
  }

  @Test func outsideAnyPackageANewCourseIsAboutNoOther() throws {
    try withScratch { folder in
      #expect(LibraryBuild.library(forCourseIn: folder) == nil)
    }
  }
}
