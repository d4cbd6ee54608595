import Testing

@testable import LessonKit

/// Without a boundary, as here, nothing is recorded; what is, the tests of LessonRunner see.
@Suite struct RecorderTests {
  @Test func checksAndValuesAreReturnedAsTheyWere() {
    #expect(Recorder.check(0, 0, 1.5) == 1.5)
    #expect(Recorder.check(0, 0, ["a"]) == ["a"])
    #expect(Recorder.value(0, Int?.none) == nil)
    Recorder.value(0, ())
  }

  @Test func tasksSideBySideCheckTheSameLine() async {
    await withTaskGroup(of: Int.self) { group in
      for number in 0..<1000 { group.addTask { Recorder.check(7, 1, number) } }
      #expect(await group.reduce(0, +) == 499_500)
    }
  }
}
