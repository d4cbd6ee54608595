import Testing

@testable import LessonFormat

@Suite struct YAMLDecoderTests {
  private let file = SourceFile(path: "a.yaml", text: "  title: a\nminutes: 0\n")
  private let place = SourcePosition(line: 1, column: 3)

  private func entry(_ key: String, _ content: YAMLNode.Content) -> YAMLNode.Entry {
    YAMLNode.Entry(
      key: key, keyPosition: place,
      value: YAMLNode(content: content, position: SourcePosition(line: 2, column: 10)))
  }

  @Test func knownKeysAreTakenAndOthersNotedWithTheNearestKey() {
    var decoder = YAMLDecoder(file: file)
    let entries = [
      entry("title", .scalar("a", isPlain: true)), entry("titel", .scalar("b", isPlain: true)),
    ]
    let found = decoder.entries(
      of: YAMLNode(content: .mapping(entries), position: place), known: ["title"], name: "it")
    #expect(Array(found.keys) == ["title"])
    #expect(decoder.findings.map(\.message) == ["it has no key `titel`"])
    #expect(decoder.findings[0].remedy == "did you mean `title`?")
    #expect(decoder.findings[0].source == "title: a")
    #expect(decoder.findings[0].width == 5)
  }

  @Test func aListWhereKeysAreExpectedIsNoted() {
    var decoder = YAMLDecoder(file: file)
    let list = YAMLNode(content: .sequence([]), position: place)
    #expect(decoder.entries(of: list, known: ["a", "b"], name: "it").isEmpty)
    #expect(
      decoder.findings.map(\.message) == ["it holds a list where keys and values are expected"])
    #expect(decoder.findings[0].remedy == "write `key: value` lines; the keys are `a` and `b`")
  }

  @Test func textIsTextAndNothingElse() {
    var decoder = YAMLDecoder(file: file)
    #expect(decoder.text(nil) == nil)
    #expect(decoder.text(entry("a", .scalar("b", isPlain: true))) == "b")
    #expect(decoder.findings.isEmpty)
    #expect(decoder.text(entry("a", .sequence([]))) == nil)
    #expect(decoder.findings.map(\.message) == ["`a` must be text, not a list"])
  }

  @Test(arguments: ["0", "-1", "inf", "nan", "soon"])
  func aPositiveNumberIsFiniteAndAboveZero(text: String) {
    var decoder = YAMLDecoder(file: file)
    #expect(decoder.positiveNumber(entry("minutes", .scalar(text, isPlain: true))) == nil)
    #expect(
      decoder.findings.map(\.message) == ["`minutes` must be a number above zero, not `\(text)`"])
    #expect(decoder.positiveNumber(entry("minutes", .scalar("2.5", isPlain: true))) == 2.5)
  }

  @Test func theTextsOfAListAreTakenWithoutItsLists() {
    var decoder = YAMLDecoder(file: file)
    let items = [
      YAMLNode(content: .scalar("a", isPlain: true), position: place),
      YAMLNode(content: .sequence([]), position: place),
    ]
    #expect(decoder.texts(entry("list", .sequence(items))).map(\.text) == ["a"])
    #expect(decoder.findings.map(\.message) == ["an entry of `list` must be text, not a list"])
    #expect(decoder.texts(entry("list", .scalar("", isPlain: true))).isEmpty)
    #expect(decoder.findings.count == 1)
  }

  @Test func findingsStandInTheOrderOfTheFile() {
    var decoder = YAMLDecoder(file: file)
    decoder.note("second", at: SourcePosition(line: 2, column: 1), remedy: "")
    decoder.note("first", at: SourcePosition(line: 1, column: 1), remedy: "", rule: .deadLink)
    #expect(decoder.findings.map(\.message) == ["first", "second"])
    #expect(decoder.findings.map(\.rule) == [.deadLink, .badFrontMatter])
  }

  @Test func aListOfWordsReadsAsASentence() {
    #expect(YAMLDecoder.list([]) == "")
    #expect(YAMLDecoder.list(["a"]) == "`a`")
    #expect(YAMLDecoder.list(["a", "b", "c"]) == "`a`, `b` and `c`")
  }
}
