import Testing

@testable import LessonFormat

@Suite struct SpellingTests {
  @Test(arguments: [
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "", 3), ("ABC", "abc", 0),
    ("ca", "abc", 3), ("é", "e", 1),
  ])
  func editsAreCounted(source: String, target: String, edits: Int) {
    // The distance from "ca" to "abc" is 3 where a text that was transposed is not edited again.
    #expect(Spelling.edits(from: source, to: target) == edits)
  }

  @Test func theNearestWordIsFoundWithinAThirdOfItsLength() {
    #expect(Spelling.nearest(to: "momentun", among: ["adam", "momentum"]) == "momentum")
    #expect(Spelling.nearest(to: "chian-rule", among: ["chain-rule"]) == "chain-rule")
    #expect(Spelling.nearest(to: "kalman", among: ["chain-rule", "momentum"]) == nil)
    #expect(Spelling.nearest(to: "a", among: []) == nil)
  }

  @Test func aShortWordMayDifferInOnePlace() {
    #expect(Spelling.nearest(to: "at", among: ["an"]) == "an")
    #expect(Spelling.nearest(to: "at", among: ["on"]) == nil)
  }
}
