import Testing

@testable import LessonKit

@Suite struct RepeatedCheckTests {
  private func recorded(_ values: [String], to check: inout RepeatedCheck) -> [Bool] {
    values.map { value in check.mustRecord(number(value)) }
  }

  private func number(_ text: String) -> RecordedValue {
    Int(text).map { RecordedValue($0) } ?? Double(text).map { RecordedValue($0) }
      ?? RecordedValue(text)
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

  @Test func neighboursThatOneDoubleStandsForAreTwoValues() {
    var check = RepeatedCheck()
    let most = 1 << 53
    _ = recorded((0..<1000).map(String.init), to: &check)
    #expect(recorded(["\(most)", "\(most + 1)"], to: &check) == [true, true])
  }

  @Test func valuesOfTwoTypesAreTwoThoughTheirTextsAreOne() {
    var check = RepeatedCheck()
    let values = [RecordedValue(1), RecordedValue("1")]
    #expect(values.map { check.mustRecord($0) } == [true, true])
    #expect(values.map { check.mustRecord($0, each: true) } == [true, true])
  }

  @Test func aStringOfDigitsIsNoNumber() {
    var check = RepeatedCheck()
    _ = recorded((0..<1000).map(String.init), to: &check)
    let isRecorded = check.mustRecord(RecordedValue("500"))
    #expect(isRecorded)
  }

  @Test func whereEachValueCountsThoseBetweenTheExtremesAreRecordedOnce() {
    var check = RepeatedCheck()
    let numbers = (0..<1500).filter { $0 != 700 } + [700, 3, 1499]
    let isRecorded = numbers.map { number in check.mustRecord(RecordedValue(number), each: true) }
    #expect(isRecorded == Array(repeating: true, count: 1500) + [false, false])
  }
}
