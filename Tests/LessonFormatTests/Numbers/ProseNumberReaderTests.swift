import Testing

@testable import LessonFormat

private func numbers(_ text: String) -> [ProseNumber] {
  LessonReader.read(SourceFile(path: "lesson.md", text: text), id: "lesson").proseNumbers
}

@Suite struct ProseNumberReaderTests {
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

  @Test func whatThePageShowsOfTheFrontMatterCounts() {
    let found = numbers("---\ntitle: At 0.5\nobjectives:\n- Reach 0.25\ngiven: [0.5]\n---\n")
    #expect(found.map(\.text) == ["0.5", "0.25"])
    #expect(found.map(\.backing) == [.given, .none])
    #expect(
      found.map(\.position) == [
        SourcePosition(line: 2, column: 11), SourcePosition(line: 4, column: 9),
      ])
  }
}
