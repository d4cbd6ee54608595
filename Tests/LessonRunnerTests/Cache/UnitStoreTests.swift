import Testing

@testable import LessonRunner

@Suite struct UnitStoreTests {
  private let lesson = sampleLesson(blocks: "let a = 1")

  @Test func aUnitComesBackWithWhatWasSaidOfItsAttempts() throws {
    try withScratch { folder in
      let store = UnitStore(cache: Cache(folder: folder), stamp: "library")
      let message = RunOutcome.Message(severity: .error, place: nil, text: "wrong")
      let compiled = UnitStore.Compiled(object: [1, 2], module: [3], rejected: [4: [message]])
      let key = store.key(["a"])
      store.keep(compiled, key)
      let found = try #require(store.compiled(key))
      #expect(found.object == [1, 2] && found.module == [3] && found.rejected == [4: [message]])
      #expect(store.compiled(store.key(["b"])) == nil)
    }
  }

  @Test func anotherLibraryHasOtherKeys() {
    let cache = Cache(folder: nil)
    #expect(
      UnitStore(cache: cache, stamp: "1").key(["a"])
        != UnitStore(cache: cache, stamp: "2").key(["a"]))
  }

  @Test func aLessonIsKnownOnceItHasRunWithTheSameLibrary() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      let store = UnitStore(cache: cache, stamp: "1")
      #expect(!store.isKnown(lesson))
      store.remember(lesson)
      #expect(store.isKnown(lesson))
      #expect(!UnitStore(cache: cache, stamp: "2").isKnown(lesson))
    }
  }

  @Test func theLastThreeVersionsOfALessonsUnitsAreKept() throws {
    try withScratch { folder in
      let store = UnitStore(cache: Cache(folder: folder), stamp: "1")
      let keys = (0..<5).map { store.key([String($0)]) }
      for key in keys {
        store.keep(UnitStore.Compiled(object: [], module: []), key)
        store.use([key], by: lesson)
      }
      #expect(keys.map { store.compiled($0) != nil } == [false, false, true, true, true])
    }
  }
}
