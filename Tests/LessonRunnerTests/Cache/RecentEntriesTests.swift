import FileSystem
import Testing

@testable import LessonRunner

@Suite struct RecentEntriesTests {
  @Test func anOwnersOldEntriesGoAndOthersStay() throws {
    let scratch = try Scratch(cache: Cache(folder: nil))
    defer { scratch.remove() }
    let cache = Cache(folder: scratch.folder)
    let keys = (0..<6).map { Digest.of([String($0)]) }
    for (number, key) in keys.enumerated() {
      try cache.write(.runs, key, [UInt8(number)])
      cache.use(.runs, [key], by: "a lesson", atMost: 3)
    }
    let other = Digest.of(["other"])
    try cache.write(.runs, other, [9])
    cache.use(.runs, [other], by: "another lesson", atMost: 3)
    #expect(keys.map { cache.read(.runs, $0) != nil } == [false, false, false, true, true, true])
    #expect(cache.read(.runs, other) == [9])

    // What is used again is recent again.
    cache.use(.runs, [keys[3]], by: "a lesson", atMost: 3)
    try cache.write(.runs, keys[0], [0])
    cache.use(.runs, [keys[0]], by: "a lesson", atMost: 3)
    #expect(keys.map { cache.read(.runs, $0) != nil } == [true, false, false, true, false, true])
  }
}
