import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct AcceptanceTests {
  private let lesson = sampleLesson("é\n\n```swift\nlet a = 1  // ≈ 0.50\n```\n")

  @Test func nothingButTheValueChanges() throws {
    let records: [Record] = [.block(0), .check(block: 0, check: 0, value: "0.123456"), .end]
    let acceptance = try #require(Acceptance(judged(lesson, records)))
    #expect(acceptance.newText == "é\n\n```swift\nlet a = 1  // ≈ 0.12\n```\n")
    #expect(acceptance.changes == 1)
    #expect(acceptance.refusals.isEmpty)
  }

  @Test func whatHoldsStays() throws {
    let records: [Record] = [.block(0), .check(block: 0, check: 0, value: "0.502"), .end]
    let acceptance = try #require(Acceptance(judged(lesson, records)))
    #expect(acceptance.newText == lesson.file.text)
    #expect(acceptance.changes == 0)
  }

  @Test(arguments: [
    RunOutcome.Ending.didNotCompile, .trapped(said: "", place: nil), .timedOut(place: nil),
    .outOfMemory(place: nil), .wroteTooMuch,
  ])
  func aLessonThatDidNotRunToItsEndIsLeft(ending: RunOutcome.Ending) {
    #expect(Acceptance(judged(lesson, [.block(0)], ending: ending))?.newText == nil)
  }

  @Test func aByteOrderMarkComesBack() throws {
    let file = SourceFile(path: "x.md", text: "a\n", hasByteOrderMark: true)
    let lesson = judged(LessonReader.read(file, id: "x"), [.end])
    let acceptance = try #require(Acceptance(lesson))
    #expect(acceptance.newBytes == [0xEF, 0xBB, 0xBF] + Array("a\n".utf8))
  }
}
