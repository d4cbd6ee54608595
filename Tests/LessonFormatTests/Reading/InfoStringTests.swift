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
    ("swift skip=\"no network\"", "skip", "no network"), ("swift live=a", "live", "a"),
    ("é  x=", "x", ""), ("swift skip=\"open", "skip", "open"),
  ])
  func aWordHasAValueBehindItsEquals(text: String, name: String, value: String) {
    #expect(InfoString(text).words == [InfoString.Word(name: name, value: value)])
  }

  @Test func aBareWordHasNoValue() {
    let words = InfoString("swift fails traps").words
    #expect(words.map(\.name) == ["fails", "traps"])
    #expect(words.allSatisfy { $0.value == nil })
  }
}
