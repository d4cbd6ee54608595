import FileSystem
import Glibc
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct CacheKeyTests {
  private func digest(
    _ lesson: Lesson, toolchain: String = "t",
    _ change: (inout Verification.Settings) -> Void = { _ in }
  ) -> String {
    var settings = Verification.Settings(folder: "/nonexistent", cache: Cache(folder: nil))
    change(&settings)
    return CacheKey(toolchain: toolchain, settings: settings).digest(lesson)
  }

  private let lesson = sampleLesson("a\n\n```swift\nf(1)  // ≈ 1.0\n```\n\n`a ≈ 1.0`\n")

  @Test(arguments: [
    "b\n\nmore\n\n```swift\nf(1)  // ≈ 1.0\n```\n\n`a ≈ 1.0`\n",
    "a\n\n```swift\nf(1)  // ≈ 2.0\n```\n\n`a ≈ 2.5`\n",
  ])
  func proseAndExpectedValuesCountForNothing(text: String) {
    #expect(digest(sampleLesson(text)) == digest(lesson))
  }

  @Test(arguments: [
    "a\n\n```swift\nf(2)  // ≈ 1.0\n```\n\n`a ≈ 1.0`\n",
    "a\n\n```swift fails\nf(1)  // ≈ 1.0\n```\n\n`a ≈ 1.0`\n",
    "a\n\n```swift\nf(1)  // ≠ 1.0\n```\n\n`a ≈ 1.0`\n",
    "a\n\n```swift\nf(1)\n```\n\n`a ≈ 1.0`\n", "a\n\n```swift\nf(1)  // ≈ 1.0\n```\n\n`b ≈ 1.0`\n",
    "`a ≈ 1.0`\n\n```swift\nf(1)  // ≈ 1.0\n```\n",
  ])
  func codeAndClaimsCount(text: String) {
    #expect(digest(sampleLesson(text)) != digest(lesson))
  }

  @Test func theLengthOfAnExpectedValueMovesNothing() {
    func lesson(_ first: String, _ second: String) -> Lesson {
      sampleLesson(
        """
        ```swift
        let a = f {
          g()  // ≈ \(first)
        }  // \(second)
        a  // ≈ [1,
           //    \(first)]
        b
        ```

        """)
    }
    #expect(digest(lesson("1.0", "≈ 2.0")) == digest(lesson("1.000", "= 2")))
    let other = sampleLesson("```swift\nf(1)  // ≈ 1.0\ng(1)\n```\n")
    #expect(digest(other) != digest(sampleLesson("```swift\nf(1)  // ≈ 1.00\ng(1); h\n```\n")))
  }

  @Test func theLibraryAndTheLimitsCount() {
    let plain = digest(lesson)
    #expect(digest(lesson, toolchain: "u") != plain)
    #expect(digest(lesson) { $0.seconds = 1 } != plain)
    #expect(digest(lesson) { $0.memory = 1 } != plain)
    #expect(digest(lesson) { $0.output = 1 } != plain)
    #expect(digest(lesson) { $0.imports = ["Other"] } != plain)
    #expect(digest(lesson) { $0.jobs = 7 } == plain)
  }

  @Test func filesCountHoweverDeepTheyLie() throws {
    try withScratch { folder in
      let deep = folder + "/data" + String(repeating: "/d", count: 40) + "/a.csv"
      try Files.write("1", at: deep)
      let before = digest(lesson) { $0.folder = folder }
      try Files.write("2", at: deep)
      #expect(digest(lesson) { $0.folder = folder } != before)
    }
  }

  @Test func theFolderOfAFileCounts() throws {
    try withScratch { folder in
      try Files.createFolder(folder + "/data/x")
      try Files.write("1", at: folder + "/data/y")
      let before = digest(lesson) { $0.folder = folder }
      Files.remove(folder + "/data/y")
      try Files.write("1", at: folder + "/data/x/y")
      #expect(digest(lesson) { $0.folder = folder } != before)
    }
  }

  @Test func whatALessonDoesNotSeeDoesNotCount() throws {
    try withScratch { folder in
      try Files.write("1", at: folder + "/elsewhere/a.csv")
      try Files.createFolder(folder + "/course")
      #expect(symlink("../elsewhere", folder + "/course/data") == 0)
      let before = digest(lesson) { $0.folder = folder + "/course" }
      try Files.write("2", at: folder + "/elsewhere/a.csv")
      #expect(digest(lesson) { $0.folder = folder + "/course" } == before)
    }
  }

  @Test func theFilesThatALessonMayReadCount() throws {
    try withScratch { folder in
      try Files.write("1", at: folder + "/data/a.csv")
      let before = digest(lesson) { $0.folder = folder }
      try Files.write("2", at: folder + "/data/a.csv")
      #expect(digest(lesson) { $0.folder = folder } != before)
    }
  }
}
