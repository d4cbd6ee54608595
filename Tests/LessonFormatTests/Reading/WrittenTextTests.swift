import Testing

@testable import LessonFormat

@Suite struct WrittenTextTests {
  @Test(arguments: [
    ("a *b* `c`\n$d$", "a b c d"), ("> a\n>\n> b", "a b"), ("a <!-- b --> c", "a  c"),
  ])
  func textIsThatOfTheAuthor(markdown: String, text: String) {
    #expect(WrittenText.of(tree(markdown).children[0]) == text)
  }

  @Test(arguments: [
    ("0.5", "it is 0.5.", true), ("0.5", "0.5", true), ("0.5", "0.55", false),
    ("0.5", "10.5", false), ("0.5", "0.5.1", false), ("5", "0.5", false), ("5", "5.0", false),
    ("0.5", "-0.5", false), ("-0.5", "−0.5", true), ("0.5", "x-0.5", true),
    ("0.5", "1 -0.5", false),
    ("", "a", false), ("1.5", "1", false),
  ])
  func aNumberStandsOnItsOwn(number: String, text: String, stands: Bool) {
    #expect((WrittenText.lastPlace(of: number, in: text) != nil) == stands)
  }

  @Test(arguments: [
    ("0.5", "0.5 and then 0.5, -0.5", 13), ("-0.5", "a −0.5 and -0.5", 11),
    ("-0.5", "−0.5 and 0.5", 0), ("0.5", "−0.5 − 0.5", 7),
  ])
  func itsLastPlaceIsFound(number: String, text: String, start: Int) throws {
    let place = try #require(WrittenText.lastPlace(of: number, in: text))
    #expect(text.distance(from: text.startIndex, to: place.lowerBound) == start)
    #expect(text[place].replacing("−", with: "-") == number)
  }

  @Test func theNumbersOfListsCountOneByOne() throws {
    let value = try Expectation.read(.approximately, "[1, [2.5, …]]").value
    #expect(WrittenText.numbers(in: value) == ["1", "2.5"])
    #expect(WrittenText.numbers(in: .text("saddle")) == ["saddle"])
  }
}
