import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct RunSummaryTests {
  private let lesson = sampleLesson(blocks: "let a = 1  // = 1", "a")

  @Test func recordsAreSortedToTheirBlocks() {
    let summary = RunSummary(
      lesson: lesson,
      records: [
        .block(0), .check(block: 0, check: 0, value: "1"), .text("a\n"), .block(1), .text("b"),
        .text("c"), .value(block: 1, value: "1"), .end,
      ])
    #expect(summary.values == [[["1"]], []])
    #expect(summary.blocks.map(\.output) == ["a\n", "bc"])
    #expect(summary.blocks.map(\.shownValue) == [nil, "1"])
    #expect(summary.finishedBlocks == [0, 1])
  }

  @Test func aBlockThatWasNotLeftIsNotFinished() {
    let summary = RunSummary(lesson: lesson, records: [.block(0), .block(1)])
    #expect(summary.finishedBlocks == [0])
    #expect(summary.lastBlock == 1)
  }

  @Test func recordsOfBlocksAndChecksThatAreNotThereAreLeftOut() {
    let summary = RunSummary(
      lesson: lesson,
      records: [
        .text("before"), .check(block: 9, check: 0, value: "1"),
        .check(block: 0, check: 9, value: "1"), .claim(3, value: "1"),
        .value(block: 9, value: "1"), .attemptBegan(5), .end,
      ])
    #expect(summary.values == [[[]], []])
    #expect(summary.blocks.allSatisfy { $0.output.isEmpty && $0.shownValue == nil })
  }

  @Test func figuresStandWhereTheyWereShown() {
    let summary = RunSummary(
      lesson: lesson,
      records: [
        .block(1),
        .figure(name: "", title: "T", alternative: "A", caption: "", svg: "<svg/>"),
        .table(title: "U", columns: ["a"], rows: [["1"]]),
      ])
    #expect(summary.blocks.map(\.shown.count) == [0, 2])
    guard case .figure(let figure) = summary.blocks[1].shown[0] else {
      Issue.record("no figure")
      return
    }
    #expect(figure.name == nil)
  }
}
