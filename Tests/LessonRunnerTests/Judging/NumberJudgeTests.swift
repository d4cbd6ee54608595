import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct NumberJudgeTests {
  /// The checks of a lesson's numbers after a run that said this.
  private func checks(
    _ text: String, _ records: [Record] = [.end], ending: RunOutcome.Ending = .finished,
    isStrict: Bool = true
  ) -> [CheckResult] {
    LessonJudge.judge(
      sampleLesson(text), RunOutcome(records: records, ending: ending),
      numbers: NumberJudge(isStrict: isStrict)
    ).checks(.number)
  }

  private static let text = "---\ngiven: [0.3]\n---\n0.3 and 0.7, `a ≈ 0.5`, 0.5\n"

  @Test func aNumberIsComputedOrGivenOrWarnedOf() {
    let checks = checks(Self.text, [.claim(0, value: "0.5"), .end], isStrict: false)
    #expect(checks.map(\.source) == ["0.3", "0.7", "0.5", "0.5"])
    #expect(checks.map(\.actual) == ["given", "unverified", "computed", "computed"])
    #expect(checks.map(\.status) == [.pass, .warning, .pass, .pass])
    #expect(checks[1].message == "nothing in this lesson computes `0.7`")
    #expect(checks[1].position == SourcePosition(line: 4, column: 9))
    #expect(checks[1].width == 3)
  }

  @Test func aStrictJudgeTakesAWarningForAnError() {
    let checks = checks(Self.text, [.claim(0, value: "0.5"), .end])
    #expect(checks.map(\.status) == [.pass, .fail, .pass, .pass])
  }

  @Test func theRemedyNamesTheNumberAsAClaimWouldHaveIt() {
    let checks = checks("−12 000.5GB and 1.5 × 10⁻³")
    #expect(checks.map(\.source) == ["−12 000.5GB", "1.5 × 10⁻³"])
    #expect(checks[0].remedy.contains("(`expression ≈ -12000.5` in backticks)"))
    #expect(checks[1].remedy.contains("(`expression ≈ 0.0015` in backticks)"))
  }

  @Test func whatAStoppedProgramDidNotReachOnlyFollows() {
    let text = "```swift\nf()\n```\n\n```swift\nlet a = 0.5  // ≈ 0.5\n```\n\n0.5 and 0.75.\n"
    let checks = checks(text, [.block(0)], ending: .timedOut(place: nil))
    #expect(described(checks) == ["9:1 number timed-out, follows", "9:9 number unverified-number"])
  }

  @Test func whatRestsOnACheckThatFailsOnlyFollows() {
    let checks = checks("`a ≈ 0.5` or 0.5, and 0.75.\n", [.claim(0, value: "0.6"), .end])
    #expect(
      described(checks)
        == [
          "1:6 number unverified-number, follows", "1:14 number unverified-number, follows",
          "1:23 number unverified-number",
        ])
  }

  // MARK: Figures and tables

  private func figure(
    title: String, alternative: String = "Rises.", caption: String = "", words: [String] = [],
    table: ShownTable? = nil
  ) -> Record {
    .figure(
      name: "", title: title, alternative: alternative, caption: caption,
      svg: "<svg>" + words.map { "<text>\($0)</text>" }.joined() + "</svg>", table: table)
  }

  @Test func aNumberThatIsTypedIntoAFigureIsReportedWhereItIsTyped() {
    let text = "```swift\nlet peak = 0.25 * 3\nshow(plot(\"A peak of 0.85\", at: peak))\n```\n"
    let checks = checks(text, [.block(0), figure(title: "A peak of 0.85", words: ["0.25"]), .end])
    #expect(described(checks) == ["2:1 number pass", "3:22 number unverified-number"])
    #expect(
      checks[1].message
        == "nothing in this lesson computes `0.85`, which the title of the figure says")
    #expect(checks[1].width == 4)
  }

  @Test func aNumberThatAnEarlierBlockTypedIsReportedWhereItIsShown() {
    let text = "```swift\nlet t = \"At 0.85\"\n```\n\n```swift\nshow(t)\n```\n"
    let records: [Record] = [
      .block(0), .block(1), .table(title: "At 0.85", columns: ["a"], rows: [["0.5"]]), .end,
    ]
    let checks = checks(text, records)
    #expect(described(checks) == ["6:1 number unverified-number", "6:1 number pass"])
    #expect(checks[0].notes == ["the text with the number in it stands in line 2"])
  }

  @Test func aNumberThatIsTypedIsBackedLikeOneOfTheText() {
    let text =
      "---\ngiven: [0.3]\n---\n```swift\nlet a = 0.1  // ≈ 0.2\nshow(\"0.1, 0.2, 0.3 and 0.4\")\n```\n"
    let records: [Record] = [
      .block(0), .check(block: 0, check: 0, value: "0.2"), figure(title: "0.1, 0.2, 0.3 and 0.4"),
      .end,
    ]
    #expect(checks(text, records).map(\.actual) == ["input", "computed", "given", "unverified"])
  }
}
