import Testing

@testable import LessonKit

@Suite struct RepeatedCheckTests {
  private func recorded(_ values: [String], to check: inout RepeatedCheck) -> [Bool] {
    values.map { value in check.mustRecord(value) }
  }

  @Test func aValueThatFollowsItselfIsNotRecorded() {
    var check = RepeatedCheck()
    #expect(
      recorded(["1.0", "1.0", "2.0", "1.0", "1.0"], to: &check) == [true, false, true, true, false])
  }

  @Test func afterAThousandValuesOnlyThoseBeyondAllBeforeAreRecorded() {
    var check = RepeatedCheck()
    #expect(!recorded((0..<1000).map(String.init), to: &check).contains(false))
    #expect(recorded(["500", "1000", "999", "-1"], to: &check) == [false, true, false, true])
  }

  @Test func whatIsNotANumberIsAlwaysRecordedAndSoIsNaN() {
    var check = RepeatedCheck()
    _ = recorded((0..<1000).map(String.init), to: &check)
    #expect(recorded(["nan", "text", "nan"], to: &check) == [true, true, true])
  }
}
