import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct FigureJudgingTests {
  private let lesson = sampleLesson("```swift\nf()\n```\n\n![A](figure:loss)\n")

  private func judged(
    name: String = "loss", title: String = "T", alternative: String = "A", svg: String = "<svg/>",
    times: Int = 1
  ) -> VerifiedLesson {
    let figure = Record.figure(
      name: name, title: title, alternative: alternative, caption: "", svg: svg)
    return LessonRunnerTests.judged(
      lesson, [.block(0)] + Array(repeating: figure, count: times) + [.end])
  }

  @Test func aFigureThatOnlyDrawsPasses() {
    let lesson = judged(svg: "<svg viewBox='0 0 320 200'/>")
    #expect(described(lesson.checks(.figure)) == ["2:1 figure pass", "5:1 figure pass"])
    guard case .figure(let figure)? = lesson.blocks[0].shown.first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.width == 320)
  }

  @Test func aFigureNeedsTitleAndAlternativeText() {
    for lesson in [judged(title: " "), judged(alternative: "")] {
      #expect(described(lesson.checks(.figure))[0] == "2:1 figure missing-alt")
      #expect(lesson.blocks[0].shown.isEmpty)
    }
  }

  @Test func aFigureThatRunsSomethingIsLeftOut() {
    let lesson = judged(svg: "<svg><script/></svg>")
    #expect(described(lesson.checks(.figure))[0] == "2:1 figure bad-check")
    #expect(lesson.blocks[0].shown.isEmpty)
  }

  @Test func twoFiguresHaveTwoNames() {
    #expect(
      described(judged(times: 2).checks(.figure)) == [
        "2:1 figure pass", "2:1 figure duplicate-id", "5:1 figure pass",
      ])
  }

  @Test func aPlaceForAFigureThatIsNotThereIsReportedWithTheNearestName() throws {
    let check = try #require(judged(name: "lost").checks(.figure).last)
    #expect(check.rule == .deadLink)
    #expect(check.remedy == "did you mean `figure:lost`?")
  }
}
