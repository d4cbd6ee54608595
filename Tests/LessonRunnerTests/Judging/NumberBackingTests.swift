import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct NumberBackingTests {
  /// What backs the numbers of the last paragraph.
  private func backing(_ text: String, _ records: [Record]) -> [String] {
    let lesson = LessonJudge.judge(sampleLesson(text), RunOutcome(records: records))
    let backing = NumberBacking(lesson.lesson, lesson.blocks, lesson.claims)
    return lesson.lesson.proseNumbers.map { backing.backing(of: $0.number).rawValue }
  }

  private func swift(_ code: String, _ prose: String, words: String = "") -> String {
    "```swift\(words)\n\(code)\n```\n\n\(prose)\n"
  }

  @Test func aNumberIsBackedByTheLessonsCodeOutputClaimsOrFrontMatter() {
    let text = """
      ---
      given: [0.3]
      ---
      Of 0.1, 0.20, -0.25, 0.3, 0.4 and 0.5 one is made up.

      ```swift
      let x = 0.1 + y  // ≈ 0.2
      print(-0.25)
      ```
      ```output
      0.4
      ```

      And 0.6, `x ≈ 0.5`.
      """
    let records: [Record] = [
      .block(0), .check(block: 0, check: 0, value: "0.2"), .text("0.4\n"),
      .claim(0, value: "0.5"), .end,
    ]
    #expect(
      backing(text, records) == [
        "input", "computed", "input", "given", "computed", "computed", "unverified", "computed",
      ])
  }

  @Test(arguments: [
    ("let a = 1.75", "1.75", "input"), ("let a = 1.75", "−1.75", "unverified"),
    ("let a = -1.75", "−1.75", "input"), ("let a = -1.75", "1.75", "unverified"),
    ("let a = -1.75", "x - 1.75", "input"), ("x - 1.75", "$-1.75$", "unverified"),
    ("let a = 48_000.25", "48 000.25", "input"), ("let a = 0.125", "0.125s", "input"),
    ("let a = 321.5", "8,321.5", "unverified"), ("let a = 0.0015", "1.5 × 10⁻³", "input"),
    ("let a = 1.5", "1.5 × 10⁻³", "unverified"), ("let a = \"0.65\"", "0.65", "unverified"),
    ("let a = 1  // 0.75", "0.75", "unverified"), ("let a = 2", "2.0", "input"),
    ("let a = \"\\(0.5)\"", "0.5", "input"),
  ])
  func literalsBackTheirValues(code: String, prose: String, expected: String) {
    #expect(backing(swift(code, prose), [.block(0), .end]) == [expected])
  }

  @Test(arguments: [
    ("0.333", "0.3333333333333333", "0.333", "computed"),
    ("0.333", "0.3333333333333333", "0.3330", "unverified"),
    ("0.333", "0.3333333333333333", "0.3333", "unverified"),
    ("0.5", "0.5", "0.500", "computed"), ("0.500", "0.50001", "0.500", "computed"),
    ("0.500", "0.50001", "0.50", "computed"), ("0.500", "0.50001", "0.50000", "unverified"),
    ("[0.25, 0.5]", "[0.25004, 0.5]", "0.5000", "computed"), ("2", "2.0", "2.00", "computed"),
  ])
  func aNumberIsTrueToItsLastPlace(
    checked: String, actual: String, prose: String, expected: String
  ) {
    let value = ComputedValue(actual, .numbers(.double))
    let records: [Record] = [.block(0), .check(block: 0, check: 0, value: value), .end]
    #expect(backing(swift("y // ≈ \(checked)", prose), records) == [expected])
  }

  @Test func whatIsNotReachedBacksNothing() {
    let text = swift("let a = 0.25\nfunc f() {\n  a  // ≈ 0.5\n}", "0.25 and 0.5")
    #expect(backing(text, [.block(0), .end]) == ["input", "unverified"])
    #expect(backing(text, [.end]) == ["unverified", "unverified"])
  }

  @Test(arguments: [" skip=\"no\"", " fails"])
  func codeThatDoesNotRunBacksNothing(words: String) {
    #expect(backing(swift("let a = 0.25", "0.25", words: words), [.end]) == ["unverified"])
  }

  @Test func whatDoesNotHoldBacksNothing() {
    let text = swift("a  // ≈ 0.5", "0.5 and `a ≈ 0.25`")
    let records: [Record] = [
      .block(0), .check(block: 0, check: 0, value: "0.6"), .claim(0, value: "0.6"), .end,
    ]
    #expect(backing(text, records) == ["unverified", "unverified"])
  }

  @Test func whatWouldBackANumberIsKnown() {
    let lesson = LessonJudge.judge(
      sampleLesson(swift("let a = 0.25", "0.25")), RunOutcome(records: []))
    let backing = NumberBacking(lesson.lesson, lesson.blocks, lesson.claims)
    #expect(TextNumber.all(in: "0.25 0.5").map(backing.wouldBack) == [true, false])
  }
}
