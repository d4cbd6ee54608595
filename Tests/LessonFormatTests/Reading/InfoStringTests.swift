import Testing

@testable import LessonFormat

@Suite struct InfoStringTests {
  @Test func theFirstWordIsTheLanguage() {
    #expect(InfoString("swift hidden").language == "swift")
    #expect(InfoString("").language == "")
    #expect(InfoString("a=b").language == "")
    #expect(InfoString("  swift  ").words.isEmpty)
  }

  @Test(arguments: [
    ("swift skip=\"no network\"", "skip", "no network", 6), ("swift live=a", "live", "a", 6),
    ("é  x=", "x", "", 3), ("swift skip=\"open", "skip", "open", 6),
  ])
  func aWordHasAValueBehindItsEquals(text: String, name: String, value: String, offset: Int) {
    #expect(
      InfoString(text).words == [InfoString.Word(name: name, value: value, offset: offset)])
  }

  @Test func aBareWordHasNoValue() {
    let words = InfoString("swift fails traps").words
    #expect(words.map(\.name) == ["fails", "traps"])
    #expect(words.allSatisfy { $0.value == nil })
  }
}
