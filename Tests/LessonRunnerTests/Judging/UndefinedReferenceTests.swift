import Testing

@testable import LessonRunner

@Suite struct UndefinedReferenceTests {
  @Test(arguments: [
    ("See [the proof][euclid] first.", ["[the proof][euclid]"]), ("[a b][]", ["[a b][]"]),
    ("A note.[^proof]", ["[^proof]"]), ("[the proof][1], [x][y]", ["[the proof][1]", "[x][y]"]),
    ("é [[a][b]", ["[a][b]"]), ("[^a][^b]", ["[^a]", "[^b]"]),
  ])
  func whatNamesSomethingThatNothingDefinesIsFound(text: String, written: [String]) {
    #expect(UndefinedReference.all(in: text).map(\.written) == written)
  }

  @Test(arguments: [
    "a[0][1]", "m[i][j][k]", "[12][13]", "[0.5, 1][2]", "[a] [b]", "[a](b)", "[^a b]", "[^]", "[]",
    "[][a]", "]][[", "[a][b", "[a", "",
  ])
  func otherBracketsAreText(text: String) {
    #expect(UndefinedReference.all(in: text).isEmpty)
  }

  @Test(.timeLimit(.minutes(20)), arguments: ["[", "]", "[a", "[a]", "[a][", "[^a"])
  func longTextIsReadInTimeThatGrowsWithIt(part: String) {
    let text = String(repeating: part, count: 300_000)
    #expect(UndefinedReference.all(in: text).count <= 300_000)
  }
}
