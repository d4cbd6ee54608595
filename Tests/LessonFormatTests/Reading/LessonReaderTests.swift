import Testing

@testable import LessonFormat

@Suite struct LessonReaderTests {
  private func lesson(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(path: "a.md", text: text), id: "a")
  }

  @Test func aLiveBlockIsRunLikeAnyOther() {
    let lesson = lesson("```swift live=\"rate\"\nlet a = 1  // = 1\n```\n")
    #expect(lesson.findings.isEmpty)
    #expect(lesson.blocks.map(\.execution) == [.run])
    #expect(lesson.blocks[0].checks.count == 1)
  }

  @Test func twoLiveBlocksHaveTwoIDs() {
    let block = "```swift live=\"rate\"\nlet a = 1\n```\n\n"
    let findings = lesson(block + block).findings
    #expect(findings.map(\.rule) == [.duplicateID])
    #expect(findings[0].position == SourcePosition(line: 5, column: 1))
    #expect(findings[0].message == "a `live` block in line 1 has the id `rate` already")
  }

  @Test(arguments: ["live", "live=\"\"", "live=\"a b\"", "live=\"a\" hidden"])
  func itsIDIsOneWordAndStandsAlone(_ words: String) {
    let findings = lesson("```swift \(words)\nlet a = 1\n```\n").findings
    #expect(findings.map(\.rule) == [.badInfoString])
  }
}
