import Testing

@testable import LessonKit

/// Without a boundary, as here, nothing is recorded; what is, the tests of LessonRunner see.
@Suite struct LessonRecorderTests {
  @Test func checksAndValuesAreReturnedAsTheyWere() {
    #expect(LessonRecorder.check(0, 0, 1.5) == 1.5)
    #expect(LessonRecorder.check(0, 0, ["a"]) == ["a"])
    #expect(LessonRecorder.value(0, Int?.none) == nil)
    LessonRecorder.value(0, ())
  }

  @Test func tasksSideBySideCheckTheSameLine() async {
    await withTaskGroup(of: Int.self) { group in
      for number in 0..<1000 { group.addTask { LessonRecorder.check(7, 1, number) } }
      #expect(await group.reduce(0, +) == 499_500)
    }
  }
}
