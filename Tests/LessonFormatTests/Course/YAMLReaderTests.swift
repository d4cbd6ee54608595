import Testing

@testable import LessonFormat

@Suite struct YAMLReaderTests {
  private func error(_ text: String, firstLine: Int = 1) -> YAMLError? {
    #expect(throws: YAMLError.self) { try YAMLReader.read(text, firstLine: firstLine) }
  }

  @Test func valuesKeepTheirPlaces() throws {
    let node = try #require(try YAMLReader.read("a: [b, 'c']\né:\n  - d\n", firstLine: 5))
    guard case .mapping(let entries) = node.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["a", "é"])
    #expect(
      entries.map(\.keyPosition)
        == [SourcePosition(line: 5, column: 1), SourcePosition(line: 6, column: 1)])
    guard case .sequence(let first) = entries[0].value.content,
      case .scalar("c", isPlain: false) = first[1].content
    else {
      Issue.record("no list of two texts")
      return
    }
    #expect(first[1].position == SourcePosition(line: 5, column: 8))
  }

  @Test func nothingWrittenIsNothing() throws {
    #expect(try YAMLReader.read("") == nil)
    #expect(try YAMLReader.read("# a comment\n") == nil)
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", YAMLError.Cause.duplicateKey("a", firstLine: 1), 2, 1),
    ("a: &x 1\n", .anchor, 1, 4), ("a: *x\n", .alias, 1, 4),
    ("[a]: 1\n", .keyIsNotText, 1, 1), ("a: 1\n---\nb: 2\n", .secondDocument, 2, 1),
  ])
  func whatCoursesHaveNoUseForIsRefused(
    text: String, cause: YAMLError.Cause, line: Int, column: Int
  ) {
    let error = error(text)
    #expect(error?.cause == cause)
    #expect(error?.position == SourcePosition(line: line, column: column))
  }

  @Test func valuesAreReadThirtyTwoDeep() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try YAMLReader.read(nested(32)) != nil)
    #expect(error(nested(33))?.cause == .nestedTooDeep)
  }

  @Test(arguments: [
    ("a:\n\t- b\n", YAMLError.Cause.tab, 2, 1), ("a:\n  - b: c\n\t  d: e\n", .tab, 3, 1),
    ("a: @x\n", .reservedSign("@"), 1, 4), ("a: b: c\n", .colonInValue, 1, 5),
    ("a: b\nc d\ne: f\n", .missingColon, 2, 1), ("a: b\n  c: d\n", .indentation, 2, 4),
    ("a:\n  - b: c\n   d: e\n", .indentation, 3, 4), (" a: b\nc: d\n", .indentation, 2, 1),
    ("a: [b\n", .openBracket("["), 1, 4), ("a: [b,\n", .openBracket("["), 1, 4),
    ("{\n", .openBracket("{"), 1, 1), ("a: [b, , c]\n", .missingValue, 1, 8),
    ("a: 'b\n", .openQuote, 1, 4), ("a: \"b\n", .openQuote, 1, 4),
    ("a: \"\\q\"\n", .unknownEscape, 1, 5),
  ])
  func aMistakeIsToldByWhatAnAuthorWrote(
    text: String, cause: YAMLError.Cause, line: Int, column: Int
  ) {
    let error = error(text)
    #expect(error?.cause == cause)
    #expect(error?.position == SourcePosition(line: line, column: column))
  }

  @Test func otherMistakesAreInTheWordsOfLibyaml() {
    guard case .syntax(let words)? = error("a: !<b\n", firstLine: 3)?.cause else {
      Issue.record("read, or of another cause")
      return
    }
    #expect(words.contains("while scanning a tag"))
  }
}
