import Testing

@testable import LessonFormat

@Suite struct TextSearchTests {
  @Test func theFirstOrLastPlaceIsFound() throws {
    let text = "é a é a"
    let first = try #require(text.range(of: "a"))
    let last = try #require(text.range(of: "a", last: true))
    #expect(text[..<first.lowerBound] == "é ")
    #expect(text[..<last.lowerBound] == "é a é ")
    #expect(text[first] == "a")
  }

  @Test(arguments: ["", "b", "é a é a a"])
  func whatIsNotThereIsNotFound(pattern: String) {
    #expect("é a é a".range(of: pattern) == nil)
  }
}
