import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct NumberCountTests {
  private func count(_ backing: [String]) -> NumberCount {
    NumberCount(
      backing.map { actual in
        var check = sampleCheck(kind: .number)
        check.actual = actual
        return check
      } + [sampleCheck()])
  }

  @Test func numbersAreCountedByWhatBacksThem() {
    let count = count(["computed", "input", "given", "computed", "unverified", "not reached"])
    #expect([count.computed, count.inputs, count.given, count.unverified] == [2, 1, 1, 2])
    #expect(count.total == 6)
    #expect(count.words == "2 computed, 1 input, 1 given, 2 unverified")
  }

  @Test func whereAllAreBackedNothingIsSaidOfOthers() {
    #expect(count([]).words == "0 computed, 0 inputs, 0 given")
  }
}
