import Testing

@testable import LessonKit

@Suite struct RepeatedCheckTests {
  private func news(_ values: [String], to check: inout RepeatedCheck) -> [Bool] {
    values.map { value in check.isNews(value) }
  }

  @Test func aValueThatFollowsItselfIsNoNews() {
    var check = RepeatedCheck()
    #expect(
      news(["1.0", "1.0", "2.0", "1.0", "1.0"], to: &check) == [true, false, true, true, false])
  }

  @Test func afterAThousandValuesOnlyThoseBeyondAllBeforeAreNews() {
    var check = RepeatedCheck()
    #expect(!news((0..<1000).map(String.init), to: &check).contains(false))
    #expect(news(["500", "1000", "999", "-1"], to: &check) == [false, true, false, true])
  }

  @Test func whatIsNotANumberIsAlwaysNewsAndSoIsNan() {
    var check = RepeatedCheck()
    _ = news((0..<1000).map(String.init), to: &check)
    #expect(news(["nan", "text", "nan"], to: &check) == [true, true, true])
  }
}
