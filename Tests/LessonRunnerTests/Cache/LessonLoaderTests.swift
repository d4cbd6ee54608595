import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LessonLoaderTests {
  private let text = """
    ```swift
    let a = [1, 2]  // = [1, 2]
    a.count  // > 1
    print("0.5 or \(-1.5)")
    a
    ```

    ```swift fails
    extension Int { let b = 1 }
    ```

    """

  @Test func aLessonIsTheSameWithWhatTheCacheKnowsAndWithout() throws {
    try withScratch { folder in
      let path = folder + "/x.md"
      try Files.write(text, at: path)
      let loader = LessonLoader(cache: Cache(folder: folder + "/cache"), lessons: nil)
      let first = try loader.load(path, id: "x")
      #expect(!Files.files(below: folder + "/cache/syntax").isEmpty)
      let second = try loader.load(path, id: "x")
      #expect(String(describing: second.blocks) == String(describing: first.blocks))
      #expect(second.blocks[0].checks.count == 2 && second.blocks[1].scopeRequirement == .inFile)
    }
  }

  /// An entry whose checksum is right, as another program that shares the cache may write it.
  @Test(arguments: ["5", "999999", "\(Int.max)"])
  func aPlaceOutOfTheCodeIsNotTakenFromTheCache(place: String) throws {
    try withScratch { folder in
      let path = folder + "/x.md"
      try Files.write("```swift\na\n```\n", at: path)
      let cache = Cache(folder: folder + "/cache")
      let loader = LessonLoader(cache: cache, lessons: nil)
      let lesson = try loader.load(path, id: "x")
      let name = try #require(Files.files(below: folder + "/cache/syntax").first)
      let key = name.replacing("/", with: "")
      let entry = String(decoding: try #require(cache.read(.syntax, key)), as: UTF8.self)
      // The last expression, which is the whole of the code.
      let forged = entry.replacing(
        "1:01:1", with: "1:0\(place.utf8.count):\(place)", maxReplacements: 1)
      #expect(forged != entry)
      try cache.write(.syntax, key, Array(forged.utf8))
      let again = try loader.load(path, id: "x")
      #expect(again.blocks[0].shownExpression == lesson.blocks[0].shownExpression)
      #expect(LessonProgram.running(again, imports: []).source.contains("a"))
    }
  }

  @Test func aLessonThatIsNotThereIsAnError() {
    let loader = LessonLoader(cache: Cache(folder: nil), lessons: nil)
    #expect(throws: SourceFileError.self) { try loader.load("/nonexistent/x.md", id: "x") }
  }
}
