import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct EarlyReadJudgingTests {
  private let lesson = sampleLesson(
    """
    It is `area ≈ 0`.

    ```swift
    area                // = 0
    let twice = 2 * area
    print(area)
    let area = 3
    area                // = 3
    ```

    ```output
    0
    ```
    """)

  @Test func whatIsReadTooEarlyFailsWhateverItsValueIsAndTheRestIsJudgedAsBefore() {
    let result = judged(
      lesson,
      [
        .claim(0, value: "0"), .block(0), .check(block: 0, check: 0, value: "0"),
        .check(block: 0, check: 1, value: "3"), .end,
      ])
    #expect(
      described(result.checks.filter { $0.status == .fail }) == [
        "1:15 claim declared-later", "4:26 value declared-later", "5:17 value declared-later",
        "6:7 value declared-later", "12:1 output declared-later, follows",
      ])
    #expect(result.checks(.value).last { $0.position.line == 8 }?.status == .pass)
  }

  @Test func aFindingNamesTheLineThatGivesTheValue() throws {
    let result = judged(lesson, [.block(0), .end])
    let finding = try #require(result.checks.first { $0.rule == .declaredLater })
    #expect(finding.message == "`area` gets its value in line 7, and is read before it")
    #expect(finding.remedy == "move this below line 7, or give `area` its value above")
  }

  @Test func whatRunningShowsIsReportedWhereItCameOut() {
    let lesson = sampleLesson(
      blocks: "struct S { subscript(i: Int = b) -> Int { i } }\nlet a = S()[]\na  // = 0",
      "let b = 1\na     // = 0")
    func findings(_ use: RunOutcome.EarlyUse) -> [CheckResult] {
      let records: [Record] = [
        .block(0), .check(block: 0, check: 0, value: "0"), .block(1),
        .check(block: 1, check: 0, value: "0"), .end,
      ]
      return LessonJudge.judge(lesson, RunOutcome(records: records, earlyUses: [use])).checks
        .filter { $0.status == .fail }
    }
    let above = findings(.init(variable: "b", block: 0, check: 0))
    #expect(described(above) == ["4:9 value declared-later"])
    #expect(above[0].remedy.contains("below line 8"))
    #expect(described(findings(.init(variable: "b", block: 0))) == ["2:1 value declared-later"])
    let below = findings(.init(variable: "b", block: 1, check: 0))
    #expect(described(below) == ["9:12 value declared-later"])
    #expect(below[0].message.contains("is read or set above line 8, which gives it its value"))
    // What no code mentions above is not taken from a cache either.
    #expect(findings(.init(variable: "c", block: 0)).isEmpty)
    #expect(findings(.init(variable: "b", block: 7)).isEmpty)
  }

  @Test func noValueIsThereToBeAccepted() throws {
    let result = judged(
      lesson,
      [
        .claim(0, value: "1"), .block(0), .check(block: 0, check: 0, value: "1"), .text("1\n"),
        .check(block: 0, check: 1, value: "3"), .end,
      ])
    #expect(result.blocks[0].checks.map(\.actual) == [nil, "3"])
    #expect(result.claims.map(\.actual) == [nil])
    let acceptance = try #require(Acceptance(result))
    #expect(acceptance.newText == lesson.file.text && acceptance.changes == 0)
  }

  @Test func norIsOneThatMayRestOnIt() throws {
    let lesson = sampleLesson(
      blocks: "1 + 1     // = 3\nlet a = 2 * b\na         // = 5\nlet b = 1")
    let result = judged(
      lesson,
      [
        .block(0), .check(block: 0, check: 0, value: "2"), .check(block: 0, check: 1, value: "0"),
        .end,
      ])
    let acceptance = try #require(Acceptance(result))
    #expect(acceptance.newText == lesson.file.text.replacing("= 3", with: "= 2"))
    #expect(acceptance.refusals.map(\.cause) == [.restsOn("b", readInLine: 3)])
    #expect(
      acceptance.refusals.map(\.message) == [
        "x.md:4:16: it may rest on `b`, which line 3 reads before it has a value"
      ])
  }

  @Test func aReadInAnAnswerToAnExerciseIsReportedThere() {
    let lesson = sampleLesson(
      """
      ```swift exercise="a"
      let own = 0
      ```

      ```swift solution="a"
      let own = late
      ```

      ```swift check="a"
      own                 // = 2
      ```

      ```swift
      let late = 2
      ```
      """)
    let found = judged(lesson, [.block(0), .end]).checks.filter { $0.rule == .declaredLater }
    #expect(described(found) == ["6:11 exercise declared-later"])
  }
}
