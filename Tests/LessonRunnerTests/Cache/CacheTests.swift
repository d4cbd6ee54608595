import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct CacheTests {
  private let key = Digest.of(["a"])

  @Test func anEntryComesBackAndAnotherKindOrKeyIsMissing() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      try cache.write(.runs, key, [1, 2, 3])
      #expect(cache.read(.runs, key) == [1, 2, 3])
      #expect(cache.read(.names, key) == nil)
      #expect(cache.read(.runs, Digest.of(["b"])) == nil)
      try cache.write(.runs, key, [])
      #expect(cache.read(.runs, key) == [])
    }
  }

  @Test func aDamagedEntryCountsAsMissing() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      try cache.write(.runs, key, Array("content".utf8))
      let path = "\(folder)/runs/\(key.prefix(2))/\(key.dropFirst(2))"
      let bytes = try Files.read(path)
      for length in 0..<bytes.count {
        try Files.write(bytes[..<length], to: path)
        #expect(cache.read(.runs, key) == nil)
      }
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 1
        try Files.write(changed, to: path)
        #expect(cache.read(.runs, key) == nil)
      }
      try Files.write(bytes, to: path)
      #expect(cache.read(.runs, key) != nil)
    }
  }

  @Test func withoutAFolderNothingIsKept() throws {
    let cache = Cache(folder: nil)
    try cache.write(.runs, key, [1])
    #expect(cache.read(.runs, key) == nil)
  }

  @Test func cleaningRemovesTheFolder() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/cache")
      try cache.write(.runs, key, [1])
      cache.clean()
      #expect(!Files.exists(folder + "/cache"))
    }
  }

  @Test func cleaningLeavesWhatIsNotOfTheCache() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/mine")
      try Files.write("mine", at: folder + "/mine/thesis.txt")
      try cache.write(.names, key, [1])
      #expect(cache.isOurs && !cache.isEmpty && cache.foreignEntry == nil)
      cache.clean()
      #expect(Files.list(folder + "/mine") == ["thesis.txt"])
      #expect(cache.isEmpty)
    }
  }

  @Test(arguments: ["runs", "library", "scratch", "modules", "CACHEDIR.TAG"])
  func aFolderThatUsesANameOfACacheAlreadyNeverBecomesOne(name: String) throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/mine")
      let path = folder + "/mine/" + (name.contains(".") ? name : name + "/thesis.txt")
      try Files.write("mine", at: path)
      #expect(cache.foreignEntry == name)
      try cache.write(.names, key, [1])
      #expect(!cache.isOurs)
      cache.clean()
      #expect(Files.exists(path))
    }
  }

  @Test func cleaningRemovesWhatGradusHasMadeAndNothingThatWasPutBesideIt() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/cache")
      try cache.write(.runs, key, [1])
      let digits = String(repeating: "a", count: 16)
      let made = [
        "library/package-\(digits)/lock", "library/package-\(digits)-\(digits)/flags",
        "modules/3DVQ10NM275WU/A.pcm", "modules/modules.timestamp", "scratch/12-34/.gradus-scratch",
        "scratch/12-34.new",
      ]
      let mine = ["runs/a.txt", "runs/ab/a.txt", "library/a.txt", "scratch/a.txt", "modules/a.txt"]
      for path in made + mine { try Files.write("a", at: "\(folder)/cache/\(path)") }
      #expect(symlink("\(folder)/cache/modules", "\(folder)/cache/syntax") == 0)
      cache.clean()
      #expect(Files.files(below: folder + "/cache").sorted() == (mine + ["syntax"]).sorted())
      #expect(cache.isEmpty && !cache.isOurs)
    }
  }

  @Test func aCacheThatWasMadeWithoutAMarkIsKnownByItsName() throws {
    try withScratch { folder in
      try Files.write("old", at: folder + "/.gradus/pieces/a")
      Cache(folder: folder + "/.gradus").clean()
      #expect(!Files.exists(folder + "/.gradus"))
    }
  }

  @Test func anOwnersOldEntriesGoAndOthersStay() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
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
}
