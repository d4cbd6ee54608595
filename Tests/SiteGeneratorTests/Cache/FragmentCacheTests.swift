import Foundation
import Testing

@testable import SiteGenerator

struct FragmentCacheTests {
  @Test func piecesComeBackAsTheyWereKept() throws {
    let scratch = try ScratchFolder()
    let cache = FragmentCache(folder: scratch.path, version: "1")
    let fragments = ["a\n12\nb": "<p>\n≈</p>", "": "empty", "display\nx": ""]
    cache.keep(fragments, of: "lesson")
    #expect(cache.fragments(of: "lesson") == fragments)
    #expect(cache.fragments(of: "other").isEmpty)
  }

  @Test func anotherVersionFindsNothing() throws {
    let scratch = try ScratchFolder()
    FragmentCache(folder: scratch.path, version: "1").keep(["a": "b"], of: "lesson")
    #expect(FragmentCache(folder: scratch.path, version: "2").fragments(of: "lesson").isEmpty)
  }

  @Test func damagedEntryIsPassedOver() throws {
    let scratch = try ScratchFolder()
    let cache = FragmentCache(folder: scratch.path, version: "1")
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

  @Test func secondBuildNeedsNoNode() throws {
    let scratch = try ScratchFolder()
    let results = SampleCourse.results
    let first = try SampleCourse.generator(cache: scratch.path).pages(results: results)
    // The other page has nothing that is slow to make.
    #expect(scratch.names("fragments").count == 1)
    let second = try SampleCourse.generator(cache: scratch.path).pages(results: results)
    #expect(first.files == second.files)
    #expect(
      first.files == (try SampleCourse.generator(cache: nil).pages(results: results).files))
  }
}
