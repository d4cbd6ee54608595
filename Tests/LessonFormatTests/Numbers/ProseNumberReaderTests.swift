import Testing

@testable import LessonFormat

private func numbers(_ text: String, allowsHTML: Bool = true) -> [ProseNumber] {
  LessonReader.read(
    SourceFile(path: "lesson.md", text: text), id: "lesson", allowsHTML: allowsHTML
  ).proseNumbers
}

/// Places as `line:column`.
private func places(_ text: String) -> [String] {
  numbers(text).map { "\($0.position.line):\($0.position.column)" }
}

@Suite struct ProseNumberReaderTests {
  @Test func aNumberIsFoundAtItsPlaceAlsoWhereTheTextRepeats() {
    #expect(places("É 0.5 and 0.5\nand $0.5$ or 1.5") == ["1:3", "1:11", "2:6", "2:14"])
    #expect(places("Version 0.55, then 0.5") == ["1:20"])
  }

  @Test func aNumberIsFoundAtItsSign() {
    #expect(places("It is −1.75 or $-0.5$ or &minus;2.5") == ["1:7", "1:17", "1:33"])
  }

  @Test func whatThePageShowsOfTheFrontMatterCounts() {
    let text =
      "---\ntitle: At 0.5\nobjectives:\n- Reach 0.25\nsources: [A 0.75]\ngiven: [0.5]\n---\n"
    #expect(numbers(text).map(\.text) == ["0.5", "0.25", "0.75"])
    #expect(places(text) == ["2:11", "4:9", "5:13"])
  }

  @Test func theReasonForSkippingABlockIsSeen() {
    let text = "# A\n\n```swift skip=\"takes 2.5 hours\"\nrun(0.5)\n```\n"
    #expect(numbers(text).map(\.text) == ["2.5"])
    #expect(places(text) == ["3:22"])
  }

  @Test func numbersInRawHTMLAreFoundInTheirLines() {
    let text = "# A\n\n<table>\n<tr><td width=\"7.5\">a</td>\n<td>7.85</td></tr>\n</table>\n"
    #expect(places(text) == ["5:5"])
    #expect(numbers(text).map(\.text) == ["7.85"])
  }

  @Test func ofHTMLThatIsShownAsTextEveryNumberIsSeen() {
    let text = "<div style=\"width: 7.5em\">\n7.85 <b>1.25</b>\n</div>\n"
    let found = numbers(text, allowsHTML: false)
    #expect(found.map(\.text) == ["7.5em", "7.85", "1.25"])
    #expect(found.map(\.position.line) == [1, 2, 2])
  }

  @Test(
    arguments: [
      ("**1**.5", [1.5]), ("version **1.5**", []), ("48\n000.25", [48_000.25]),
      ("48&nbsp;000.25", [48_000.25]), ("**−**1.75", [-1.75]), ("$x$-1.75", [1.75]),
      ("`x` - 1.75", [1.75]), ("1.5 × 10<sup>−3</sup>", [0.0015]), ("1.5<sup>2</sup>", [1.5]),
      ("x<sub>1.5</sub>", [1.5]), ("<p>1.5 × 10<sup>&minus;3</sup></p>", [0.0015]),
      ("<td>1</td><td>000.5</td>", [0.5]), ("<b>1</b>.5", [1.5]), ("1<br>000.5", [1000.5]),
    ] as [(String, [Double])])
  func markupWithinANumberIsLookedThrough(text: String, expected: [Double]) {
    #expect(numbers(text).map(\.number.value) == expected)
  }

  @Test(
    arguments: [
      ("0.5$9$", [0.5]), ("$0.5$9", [0.5]), ("$0$.59", [0.59]), ("0.$59$", [0.59]),
      ("0.5`9`", [0.59]), ("`0.5`9", [0.5, 0.59]), ("`x = 0.5`9", [0.5, 0.59]),
      ("0.5&shy;9", [0.59]), ("0.5&#8203;9", [0.59]), ("$0.5$ 9", [0.5]), ("$0.5$.", [0.5]),
      ("0.5 $9$", [0.5]), ("0.5$x$", [0.5]), ("0.5$\\times 9$", [0.5]),
      ("$0.5$ and .5", [0.5, 0.5]),
    ] as [(String, [Double])])
  func digitsThatGoOnBesideCodeOrAFormulaAreOneNumber(text: String, expected: [Double]) {
    #expect(numbers(text).map(\.number.value).sorted() == expected)
  }

  @Test func aCaptionIsReadAsALineOfMarkdown() {
    let found = MarkdownLine.numbers(in: "At $\\eta = 0.5$, **0.25** of [it](0.75)")
    #expect(found.map(\.text) == ["0.5", "0.25"])
    #expect(found.map(\.position.column) == [12, 20])
  }

  @Test func ofAClaimWhatIsExpectedCountsAndOfAQuotedOneEverything() {
    #expect(numbers("`f(0.5) ≈ 0.25`").map(\.text) == ["0.25"])
    #expect(numbers("`` `0.5 ≈ 0.25` ``").map(\.text) == ["0.5", "0.25"])
    #expect(numbers("`≈ 0.25`").map(\.text) == [])
  }

  @Test(
    .timeLimit(.minutes(20)), arguments: ["0.5 ", "1&nbsp;000.5 ", "`0.5` ", "*0.5* ", "$0.5$ "])
  func aLineOfManyNumbersTakesTimeInProportion(part: String) {
    let file = SourceFile(path: "lesson.md", text: String(repeating: part, count: 3000))
    #expect(LessonReader.read(file, id: "lesson").proseNumbers.count == 3000)
  }
}
