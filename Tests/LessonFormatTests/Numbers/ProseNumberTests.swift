import Testing

@testable import LessonFormat

private func numbers(_ text: String) -> [ProseNumber] {
  LessonReader.read(SourceFile(path: "lesson.md", text: text), id: "lesson").proseNumbers
}

@Suite struct ProseNumberTests {
  @Test(arguments: [
      ("The loss is 0.102.", ["0.102"]), ("From 0.5 to −0.25 and +1.5", ["0.5", "0.25", "1.5"]),
      ("$L = 0.101$ and\n\n$$x = 2.5$$", ["0.101", "2.5"]), ("| a |\n|---|\n| 0.75 |", ["0.75"]),
      ("- one 1.25\n- two", ["1.25"]), ("# At 0.5", ["0.5"]),
      ("Word[^1]\n\n[^1]: It is 0.3.", ["0.3"]),
      ("*About 0.5*, **0.6**", ["0.5", "0.6"]), ("A span `0.7`", ["0.7"]), ("2.5 % of it", ["2.5"]),
      ("$10^{-1.5}$", ["1.5"]), ("1.5e-3", ["1.5e-3"]), ("> A quote of 0.9", ["0.9"]),
      ("[link of 0.4](x.html)", ["0.4"]),
    ])
  func decimalNumbersOfProseFormulasTablesListsHeadingsAndFootnotesCount(text: String, expected: [String]) {
    #expect(numbers(text).map(\.text) == expected)
  }

  @Test(arguments: [
      "Swift 6.3 and version 0.16", "release 1.2.3 of 2026.11.21", "In 1986, section 5.7",
      "see §3.2 and § 3.2", "Figure 2.1, Table 3.4 and equation 1.5", "1. first\n2. second",
      "[a link](page-1.5.html)", "<https://example.org/1.5>", "KaTeX 0.16", "v1.5", "w1.5",
      "10 steps of 2", "```text\n0.5\n```", "<!-- 0.5 -->", "chapter 1.5", "$x^n$ and $x_{12}$",
      "the claim `x ≈ 0.5`",
    ])
  func versionsDatesYearsSectionsListMarkersAddressesAndWholeNumbersDoNotCount(text: String) {
    #expect(numbers(text).map(\.text) == [])
  }

  @Test
  func aNumberIsBackedByTheLessonsCodeOutputClaimsOrFrontMatter() {
    let text = """
      ---
      given: [0.3]
      ---
      Of 0.1, 0.20, -0.25, 0.3, 0.4 and 0.5 one is made up, `x ≈ 0.5`.

      ```swift
      let x = 0.1 + y  // ≈ 0.2
      print(-0.25)
      ```
      ```output
      0.4
      ```

      And 0.6.
      """
    #expect(
      numbers(text).map(\.backing)
        == [.checked, .checked, .checked, .given, .checked, .checked, .none])
  }

  @Test
  func aNumberIsFoundAtItsPlaceAlsoWhereTheTextRepeats() {
    let found = numbers("É 0.5 and 0.5\nand $0.5$ or 1.5")
    #expect(
      found.map(\.position) == [
        SourcePosition(line: 1, column: 3), SourcePosition(line: 1, column: 11),
        SourcePosition(line: 2, column: 6), SourcePosition(line: 2, column: 14),
      ])
  }
}
