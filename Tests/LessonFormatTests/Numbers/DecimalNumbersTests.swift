import Testing

@testable import LessonFormat

private func numbers(_ text: String) -> [ProseNumber] {
  LessonReader.read(SourceFile(path: "lesson.md", text: text), id: "lesson").proseNumbers
}

@Suite struct DecimalNumbersTests {
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

  @Test(arguments: [
    ("-0.5 and +1.5e-3", ["0.5", "1.5e-3"]), ("−2.5", ["2.5"]), ("1.5 of 2", ["1.5"]),
    ("in section 5.7, 0.25", ["0.25"]), ("(Figure 2.1)", []), ("", []), ("7.", []),
  ])
  func signsAndNamesAreLeftOut(text: String, expected: [String]) {
    #expect(DecimalNumbers.find(in: text).map(\.text) == expected)
  }

  @Test(
    arguments: [
      ("0.5", [0.5]), ("-1e-3", [0.001]), ("−2", [2]), ("12.5%", [12.5]), ("−12.5%", [12.5]),
      ("10,000", []), ("5%", []), ("half", nil), ("0.5 of it", nil), ("", nil), ("%", nil),
    ] as [(String, [Double]?)])
  func anEntryOfGivenIsReadAsProseIs(entry: String, expected: [Double]?) {
    #expect(DecimalNumbers.given(entry)?.map(\.value) == expected)
  }

  @Test(arguments: ["12.5%", "−12.5%", "1,000.5", "1e-1", "12.5"])
  func whatIsGivenBacksTheSameTextInProse(entry: String) {
    let found = numbers("---\ngiven: [\"\(entry)\"]\n---\nIt is \(entry) of it.\n")
    #expect(found.allSatisfy { $0.backing == .given })
    #expect(found.count == (entry.contains(".") ? 1 : 0))
  }

  @Test func aNumberWithoutItsSignKeepsItsPrecision() throws {
    let number = try #require(WrittenNumber("-0.50")).unsigned
    #expect(number.text == "0.50")
    #expect(number.value == 0.5)
    #expect(number.halfUnit == 0.005)
  }
}
