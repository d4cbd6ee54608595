import Testing

@testable import LessonKit

@Suite struct RepeatedCheckTests {
  private func news(_ values: [String], to check: inout RepeatedCheck) -> [Bool] {
    values.map { value in check.isNews(value) }
  }

  @Test("a value that follows itself is no news")
  func repetition() {
    var check = RepeatedCheck()
    #expect(
      news(["1.0", "1.0", "2.0", "1.0", "1.0"], to: &check) == [true, false, true, true, false])
  }

  @Test("after a thousand values only those beyond all before are news")
  func extremes() {
    var check = RepeatedCheck()
    #expect(!news((0..<1000).map(String.init), to: &check).contains(false))
    #expect(news(["500", "1000", "999", "-1"], to: &check) == [false, true, false, true])
  }

  @Test("what is not a number is always news, and so is nan")
  func others() {
    var check = RepeatedCheck()
    _ = news((0..<1000).map(String.init), to: &check)
    #expect(news(["nan", "text", "nan"], to: &check) == [true, true, true])
  }
}
