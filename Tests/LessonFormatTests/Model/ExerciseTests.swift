import Testing

@testable import LessonFormat

@Suite struct ExerciseTests {
  private func read(_ text: String) -> Lesson { lesson(text) }

  private func block(_ word: String, _ code: String = "let a = 1") -> String {
    "```swift \(word)\n\(code)\n```\n\n"
  }

  @Test
  func aStartersFenceHasItsExercisesAnchor() {
    var anchors: [String] = []
    read(block("exercise=\"a\"") + block("check=\"a\"") + block("")).document.visit { node in
      if let anchor = node.exerciseAnchor { anchors.append(anchor) }
    }
    #expect(anchors == ["exercise-a"])
  }

  @Test(arguments: ["exercise=\"a b\"", "exercise", "hidden exercise=\"a\"", "check=\"exercise\""])
  func aFenceThatStartsNoExerciseHasNoAnchor(word: String) {
    #expect(read(block(word)).document.children[0].exerciseAnchor == nil)
  }

  @Test func anExercisesAnchorHoldsItsID() {
    #expect(Exercise(id: "a-b", starter: 0, check: 1, solutions: [2]).anchor == "exercise-a-b")
  }

  @Test func onlyPartsOfAnExerciseHaveItsID() {
    let parts: [CodeBlock.Execution] = [.starter("a"), .solution("a"), .check("a")]
    #expect(parts.map(\.exerciseID) == ["a", "a", "a"])
    let others: [CodeBlock.Execution] = [.run, .skip(reason: "b"), .fails, .traps]
    #expect(others.compactMap(\.exerciseID).isEmpty)
  }
}
