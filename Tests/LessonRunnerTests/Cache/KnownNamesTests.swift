import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct KnownNamesTests {
  private let lesson = sampleLesson(blocks: "import Foundation\nlet a = f(1)", "struct A {}")

  @Test func namesComeBackFromTheCacheAsTheyWereRead() throws {
    let code = """
      extension Int { var next: Int { self + 1 } }
      func f(_ a: A) -> Int { a.b }
      prefix operator +++
      """
    try withScratch { folder in
      let cache = Cache(folder: folder)
      var names = KnownNames(lesson, cache: cache)
      #expect(names.names(in: code) == BlockNames(of: code))
      names.save()
      // Another block's names under this code show that it is not read again.
      var again = KnownNames(lesson, cache: cache)
      #expect(again.names(in: code) == BlockNames(of: code))
      #expect(again.names(in: "let b = 1") == BlockNames(of: "let b = 1"))
    }
  }

  @Test func importsAreThoseOfAllBlocksThatRunEachOnce() {
    let lesson = sampleLesson(
      blocks: "import Foundation\nlet a = 1", "import Foundation\nimport Dispatch")
    var names = KnownNames(lesson, cache: Cache(folder: nil))
    #expect(names.imports(of: lesson) == ["import Foundation", "import Dispatch"])
  }

  @Test func nonsenseInTheCacheIsPassedOver() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      var names = KnownNames(lesson, cache: cache)
      _ = names.names(in: "let a = 1")
      names.save()
      let key = Digest.of(["names 2", "x.md"])
      try cache.write(.names, key, Array("5:99999".utf8))
      var again = KnownNames(lesson, cache: cache)
      #expect(again.names(in: "let a = 1").declared == ["a"])
    }
  }
}
