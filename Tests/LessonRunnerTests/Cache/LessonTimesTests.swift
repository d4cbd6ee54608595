import Testing

@testable import LessonRunner

@Suite struct LessonTimesTests {
  @Test func theTimeOfALessonIsKeptToAHundredthOfASecond() throws {
    try withScratch { folder in
      let times = LessonTimes(cache: Cache(folder: folder))
      times.keep(1.256, of: "a.md")
      #expect(times.seconds(of: "a.md") == 1.26)
      #expect(times.seconds(of: "b.md") == nil)
    }
  }
}
