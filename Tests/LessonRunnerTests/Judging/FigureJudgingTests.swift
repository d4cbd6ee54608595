import LessonFormat
import Testing

@testable import LessonRunner

struct FigureJudgingTests {
  private static let svg = "<svg viewBox=\"0 0 320 200\"><title>A</title></svg>"

  private func judge(
    _ text: String, _ figures: [(name: String, title: String, alternative: String, svg: String)],
    ends: Bool = true
  ) -> VerifiedLesson {
    let records = figures.map {
      Record.figure(
        name: $0.name, title: $0.title, alternative: $0.alternative, caption: "", svg: $0.svg)
    }
    var outcome = RunOutcome(records: [.block(0)] + records + (ends ? [.end] : []))
    if !ends { outcome.ending = .leftEarly(status: 1) }
    return LessonJudge.judge(sampleLesson("```swift\nshow(f)\n```\n\n" + text), outcome)
  }

  private func failed(_ lesson: VerifiedLesson) -> [Rule?] {
    lesson.checks.filter { $0.status == .fail && $0.kind == .figure }.map(\.rule)
  }

  @Test func figureHasTheWidthForWhichItIsDrawn() {
    let lesson = judge("", [("a", "A", "Rises.", Self.svg)])
    guard case .figure(let figure)? = lesson.blocks[0].shown.first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.width == 320 && figure.name == "a")
    #expect(lesson.passed)
  }

  @Test(arguments: [("", "Rises."), ("A", " "), (" ", "")])
  func figureWithoutATitleOrAlternativeTextIsReportedAndLeftOut(title: String, alternative: String)
  {
    let lesson = judge("", [("a", title, alternative, Self.svg)])
    #expect(failed(lesson) == [.missingAlt])
    #expect(lesson.blocks[0].shown.isEmpty && lesson.blocks[0].hasFailed)
  }

  @Test func drawingThatDoesMoreThanDrawIsReportedAndLeftOut() {
    let lesson = judge("", [("a", "A", "Rises.", "<svg><script>a</script></svg>")])
    #expect(failed(lesson) == [.badCheck])
    #expect(lesson.blocks[0].shown.isEmpty)
  }

  @Test func secondFigureOfAName() {
    let lesson = judge("", [("a", "A", "B", Self.svg), ("a", "C", "D", Self.svg)])
    #expect(failed(lesson) == [.duplicateID])
  }

  @Test func figureThatTheTextPlacesMustBeDrawn() {
    let figure = ("loss", "A", "B", Self.svg)
    #expect(failed(judge("![f](figure:loss)\n", [figure])).isEmpty)
    let lesson = judge("![f](figure:los)\n", [figure])
    #expect(failed(lesson) == [.deadLink])
    #expect(lesson.checks.first { $0.rule == .deadLink }?.remedy == "did you mean `figure:loss`?")
  }

  @Test func placeOfAFigureThatWasNotReachedIsOnlyAConsequence() {
    let lesson = judge("![f](figure:loss)\n", [], ends: false)
    #expect(failed(lesson) == [.trapped])
    #expect(lesson.checks.filter { $0.kind == .figure }.allSatisfy { $0.isConsequence })
  }
}
