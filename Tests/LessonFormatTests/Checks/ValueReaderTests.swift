import Testing

@testable import LessonFormat

@Suite struct ValueReaderTests {
  private func read(_ text: String) -> ExpectedValue? {
    var reader = ValueReader(text)
    return reader.readValue()
  }

  private func number(_ text: String) throws -> ExpectedValue {
    .number(try #require(WrittenNumber(text)))
  }

  @Test func numbersAndListsAreRead() throws {
    #expect(try read(" -1.5") == number("-1.5"))
    #expect(
      try read("[1, [2, 3], …]")
        == .list([number("1"), .list([number("2"), number("3")]), .anything]))
    #expect(read("[]") == .list([]))
    #expect(try read("[1, ]") == .list([number("1")]))
  }

  @Test func labelsOfATupleArePassedOver() throws {
    #expect(try read("(loss: 1, w_2: 2)") == .list([number("1"), number("2")]))
  }

  @Test func stringsAndWordsAreRead() {
    #expect(read(#""a, \"b\"""#) == .string("a, \"b\""))
    #expect(
      read(#"["a", b c, f(x: [1, 2]), "d" e, 1 2]"#)
        == .list([
          .string("a"), .text("b c"), .text("f(x: [1, 2])"), .text("\"d\" e"), .text("1 2"),
        ]))
    #expect(read("3 apples, 2 pears") == .text("3 apples, 2 pears"))
    #expect(read("[12:30, https://a.b]") == .list([.text("12:30"), .text("https://a.b")]))
  }

  @Test func keysInBracketsMakeADictionary() throws {
    func entry(_ key: ExpectedValue, _ value: ExpectedValue) -> ExpectedValue.Entry {
      ExpectedValue.Entry(key: key, value: value)
    }
    #expect(read("[:]") == .dictionary([]))
    #expect(
      try read(#"["a": 1, "b": [2]]"#)
        == .dictionary([
          entry(.string("a"), number("1")), entry(.string("b"), .list([number("2")])),
        ]))
    #expect(
      try read("[x: 1, …]") == .dictionary([entry(.text("x"), number("1"))], isOpen: true))
    #expect(read(#"["a": 1, 2]"#) == nil)
  }

  @Test(arguments: ["", "[1", "[a", "(a]", "[,]", "[1,,2]", "[\"a]", "[: 1]"])
  func otherTextIsNoValue(text: String) {
    #expect(read(text) == nil)
  }

  @Test func listsAreReadSixtyFourDeep() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)) != nil)
    #expect(read(nested(65)) == nil)
  }

  @Test(arguments: [
    ("1 ± 0.5", LessonFormat.Expectation.Tolerance.absolute(0.5)), ("1 +/- 2 %", .percent(2)),
    ("1±1e-3", .absolute(1e-3)),
  ])
  func aToleranceFollowsTheValue(text: String, tolerance: LessonFormat.Expectation.Tolerance) {
    var reader = ValueReader(text)
    _ = reader.readValue()
    #expect(reader.readTolerance() == tolerance)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: ["1 ± -1", "1 ± inf", "1 ± a"])
  func whatIsNoToleranceIsLeftToRead(text: String) {
    var reader = ValueReader(text)
    _ = reader.readValue()
    #expect(reader.readTolerance() == nil)
    #expect(!reader.isAtEnd)
  }
}
