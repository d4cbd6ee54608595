import Foundation
import LessonRunner
import Testing

@testable import SiteGenerator

struct FragmentCacheTests {
  private func cache(_ folder: ScratchFolder, version: String = "1") -> FragmentCache {
    FragmentCache(cache: Cache(folder: folder.path), version: version)
  }

  @Test func fragmentsComeBackAsTheyWereKept() throws {
    let scratch = try ScratchFolder()
    let cache = cache(scratch)
    let fragments = ["a\n12\nb": "<p>\n≈</p>", "": "empty", "display\nx": ""]
    cache.keep(fragments, of: "lesson")
    #expect(cache.fragments(of: "lesson") == fragments)
    #expect(cache.fragments(of: "other").isEmpty)
  }

  @Test func fragmentsOfALessonTakeThePlaceOfThoseBefore() throws {
    let scratch = try ScratchFolder()
    let cache = cache(scratch)
    cache.keep(["a": "1", "b": "2"], of: "lesson")
    cache.keep(["b": "3"], of: "lesson")
    #expect(cache.fragments(of: "lesson") == ["b": "3"])
  }

  @Test func anotherVersionFindsNothing() throws {
    let scratch = try ScratchFolder()
    cache(scratch).keep(["a": "b"], of: "lesson")
    #expect(cache(scratch, version: "2").fragments(of: "lesson").isEmpty)
  }

  @Test func damagedEntryIsPassedOver() throws {
    let scratch = try ScratchFolder()
    let cache = cache(scratch)
    cache.keep(["key": "a long enough fragment"], of: "lesson")
    let folder = scratch.path + "/fragments"
    let first = try #require(scratch.names("fragments").first)
    let second = try #require(scratch.names("fragments/\(first)").first)
    let path = "\(folder)/\(first)/\(second)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for length in 0..<text.count {
      try String(text.prefix(length)).write(toFile: path, atomically: true, encoding: .utf8)
      #expect(cache.fragments(of: "lesson").isEmpty)
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(cache.fragments(of: "lesson").count == 1)
  }

  @Test func cacheWithoutAFolderKeepsNothing() {
    let cache = FragmentCache(cache: Cache(folder: nil), version: "1")
    cache.keep(["a": "b"], of: "lesson")
    #expect(cache.fragments(of: "lesson").isEmpty)
  }
}
