import Testing

@testable import LessonFormat

@Suite struct ExerciseReaderTests {
  private func read(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
  }

  private func block(_ word: String, _ code: String = "let a = 1") -> String {
    "```swift \(word)\n\(code)\n```\n\n"
  }

  @Test
  func thePartsOfAnExerciseAreFoundInAnyOrderStartersGiveTheOrder() {
    let lesson = read(
      block("check=\"b\"") + block("solution=\"b\"") + block("exercise=\"a\"")
        + block("exercise=\"b\"") + block("solution=\"b\"") + block("solution=\"a\"")
        + block("check=\"a\""))
    #expect(lesson.findings.isEmpty)
    #expect(
      lesson.exercises == [
        Exercise(id: "a", starter: 2, check: 6, solutions: [5]),
        Exercise(id: "b", starter: 3, check: 0, solutions: [1, 4]),
      ])
  }

  @Test
  func checksAreReadInAllThreeKindsOfBlocksAndNoValueIsShown() {
    let lesson = read(
      ["exercise", "check", "solution"].map { block("\($0)=\"a\"", "let a = 1  // = 1\na") }
        .joined())
    #expect(lesson.blocks.map(\.checks.count) == [1, 1, 1])
    #expect(lesson.blocks.allSatisfy { $0.shownExpression == nil })
  }

  @Test(arguments: [
    ("exercise", false), ("exercise=\"\"", false), ("exercise=\" \"", false),
    ("exercise=\"a b\"", false), ("exercise=\"a/b\"", false), ("exercise=\"é\"", false),
    ("exercise=\"a-b_2\"", true), ("exercise=A", true),
  ])
  func anIdIsLettersDigitsHyphensAndUnderscores(word: String, isRead: Bool) {
    let lesson = read(block(word))
    #expect(lesson.blocks.count == (isRead ? 1 : 0))
    #expect(lesson.findings.contains { $0.message.contains("exercise `") } == isRead)
  }

  @Test(arguments: [
    (["exercise"], ["exercise `a` has no checks", "exercise `a` has no solution"]),
    (["exercise", "check"], ["exercise `a` has no solution"]),
    (["solution", "check", "solution"], ["exercise `a` has no starter"]),
    (
      ["exercise", "check", "solution", "exercise"],
      ["exercise `a` has its starter in line 1 already"]
    ),
    (
      ["check", "exercise", "check", "solution"],
      ["exercise `a` has its block of checks in line 1 already"]
    ),
  ])
  func whatIsMissingIsNamedOnceForEachPart(words: [String], messages: [String]) {
    let lesson = read(words.map { block("\($0)=\"a\"") }.joined())
    #expect(lesson.findings.map(\.message) == messages)
  }
}
