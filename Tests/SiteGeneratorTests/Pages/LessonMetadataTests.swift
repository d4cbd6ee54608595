import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct LessonMetadataTests {
  @Test func whatIsKnownStandsInOneLineAndNothingLeavesNone() {
    let parts = [LessonMetadata.minutes(1), "", LessonMetadata.count(2, "type")]
    #expect(
      LessonMetadata.line(parts).string
        == "<p class=\"facts\"><span>1 minute</span> <span class=\"dot\">·</span> "
        + "<span>2 types</span></p>\n")
    #expect(LessonMetadata.line(["", ""]).isEmpty)
  }

  @Test func tallyNamesWhatFails() throws {
    let text = "```swift\na  // = 1\nb  // = 2\nc  // = 3\n```\n"
    func tally(failing: Set<String>) throws -> String {
      CheckTally([try SampleCourse.verified(text, run: PretendRun(failing: failing))]).html.string
    }
    #expect(try tally(failing: []) == "<span class=\"tally pass\">✓ 3 checks verified</span>")
    #expect(
      try tally(failing: ["b"]) == "<span class=\"tally fail\">✗ 1 of 3 checks fails</span>")
    #expect(
      try tally(failing: ["b", "c"]) == "<span class=\"tally fail\">✗ 2 of 3 checks fail</span>")
  }

  @Test func decimalNumbersAreCountedByWhatBacksThem() throws {
    #expect(LessonMetadata.numbers([], of: "on this page").isEmpty)
    let lesson = LessonJudge.judge(
      LessonReader.read(
        SourceFile(path: "x.md", text: "```swift\nlet a = 0.5\n```\n\n0.5 or `a ≈ 0.50`\n"),
        id: "x"),
      RunOutcome(records: [.block(0), .claim(0, value: "0.5"), .end]),
      numbers: NumberJudge(isStrict: true))
    #expect(
      LessonMetadata.numbers([lesson], of: "on this page").string
        == "<p>Every decimal number on this page: 2 computed, 0 inputs, 0 given.</p>\n")
  }

  @Test func lessonWithoutChecksHasNoTally() throws {
    #expect(CheckTally([try SampleCourse.verified("Text.\n")]).html.isEmpty)
    let one = try SampleCourse.verified("```swift\na  // = 1\n```\n")
    #expect(CheckTally([one]).html.string.contains("✓ 1 check verified"))
  }
}
