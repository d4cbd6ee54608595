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

  @Test func aLessonThatIsNotThereIsAnError() {
    let loader = LessonLoader(cache: Cache(folder: nil), lessons: nil)
    #expect(throws: SourceFileError.self) { try loader.load("/nonexistent/x.md", id: "x") }
  }
}
