import Foundation
import Testing

@testable import SiteGenerator

struct PieceCacheTests {
  @Test func piecesComeBackAsTheyWereKept() throws {
    let scratch = try ScratchFolder()
    let cache = PieceCache(folder: scratch.path, version: "1")
    let pieces = ["a\n12\nb": "<p>\n≈</p>", "": "empty", "display\nx": ""]
    cache.keep(pieces, of: "lesson")
    #expect(cache.pieces(of: "lesson") == pieces)
    #expect(cache.pieces(of: "other").isEmpty)
  }

  @Test func anotherVersionFindsNothing() throws {
    let scratch = try ScratchFolder()
    PieceCache(folder: scratch.path, version: "1").keep(["a": "b"], of: "lesson")
    #expect(PieceCache(folder: scratch.path, version: "2").pieces(of: "lesson").isEmpty)
  }

  @Test func damagedFileIsPassedOver() throws {
    let scratch = try ScratchFolder()
    let cache = PieceCache(folder: scratch.path, version: "1")
    cache.keep(["key": "a long enough piece"], of: "lesson")
    let path = scratch.path + "/pieces/lesson.pieces"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for length in 0..<text.count {
      try String(text.prefix(length)).write(toFile: path, atomically: true, encoding: .utf8)
      #expect(cache.pieces(of: "lesson").isEmpty)
    }
    try "99999999999999999999\nx".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(cache.pieces(of: "lesson").isEmpty)
  }

  @Test func secondBuildNeedsNoNode() throws {
    let scratch = try ScratchFolder()
    let results = SampleCourse.results
    let first = try SampleCourse.generator(cache: scratch.path).pages(results: results)
    // The other page has nothing that is slow to make.
    #expect(scratch.names("pieces") == ["sums.pieces"])
    let second = try SampleCourse.generator(cache: scratch.path).pages(results: results)
    #expect(first.files == second.files)
    #expect(
      first.files == (try SampleCourse.generator(cache: nil).pages(results: results).files))
  }
}
