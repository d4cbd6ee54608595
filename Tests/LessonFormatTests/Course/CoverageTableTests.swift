import Testing

@testable import LessonFormat

@Suite struct CoverageTableTests {
  private func table(_ text: String) -> CoverageTable {
    CoverageTable(SourceFile(path: "coverage.md", text: text))
  }

  @Test func rowsHaveTheirIdsAndPlaces() {
    let table = table(
      "# A\n\n| id | item | note |\n|---|---|---|\n| R1 | the *rate* | b |\n| `R2` | |\n")
    #expect(table.ids == ["R1", "R2"])
    #expect(table.rows.map(\.item) == ["the rate, b", ", "])
    #expect(
      table.rows.map(\.position) == [
        SourcePosition(line: 5, column: 3), SourcePosition(line: 6, column: 3),
      ])
  }

  @Test func tablesWithTheHeadOfTheFirstOneCountToo() {
    let table = table(
      """
      | Id | a |
      |---|---|
      | 1 | b |

      | source | rows |
      |---|---|
      | x | 7 |

      | id |
      |---|
      | 2 |
      """)
    #expect(table.ids == ["1", "2"])
  }

  @Test(arguments: ["", "# A\n\ntext\n", "| id |\n|---|\n", "| id | a |\n|---|---|\n| | b |\n"])
  func aFileWithoutIdsHasNoRows(text: String) {
    #expect(table(text).rows.isEmpty)
  }
}
