import LessonFormat
import Testing

@testable import LessonRunner

struct VerifiedLessonTests {
  private func verified(
    _ text: String, records: [Record] = [.end], typeset: [Formula: TypesetFormula] = [:]
  ) -> VerifiedLesson {
    VerifiedLesson(
      LessonJudge.judgement(of: sampleLesson(text), RunOutcome(records: records)),
      typeset: typeset, symbols: nil)
  }

  @Test func lessonPassesUnlessACheckFails() {
    let text = "```swift\nx  // = 1\n```\n"
    func passed(_ value: String) -> Bool {
      verified(
        text, records: [.block(0), .check(block: 0, check: 0, value: ComputedValue(value)), .end]
      ).passed
    }
    #expect(passed("1") && !passed("2"))
  }

  @Test func wordsOfTheFrontMatterAreLinesOfMarkdownWithTheirFormulas() {
    let formula = Formula(tex: "a", display: false)
    let lesson = verified(
      "---\ntitle: On $a$\nsummary: Of *b*.\nobjectives: [c, \"`d`\"]\nsources: [e]\n---\n\nText.\n",
      typeset: [formula: .typeset(mathML: "m", visible: "v")])
    #expect(lesson.title.plain == "On a" && lesson.summary.plain == "Of b.")
    #expect(lesson.objectives.map(\.plain) == ["c", "d"] && lesson.sources.map(\.plain) == ["e"])
    guard case .formula(let node)? = lesson.title.nodes.last else {
      Issue.record("\(lesson.title.nodes)")
      return
    }
    #expect(node.typeset == .typeset(mathML: "m", visible: "v"))
  }

  @Test func textThatIsNotThereIsEmpty() {
    let lesson = verified("Text.\n")
    #expect(lesson.summary.isEmpty && lesson.summary.plain.isEmpty && lesson.objectives.isEmpty)
    // The title is the id where nothing else is said.
    #expect(lesson.title.plain == "x")
  }

  @Test func cardsAreFoundInOrderWhereverTheyStand() {
    let lesson = verified(
      "> [!CARD] topic: a, difficulty: 1\n> Q?\n> ---\n> A.\n\n"
        + "> [!CARD] topic: b, difficulty: 2\n> R?\n> ---\n> B.\n")
    #expect(lesson.cards.map(\.card.topic) == ["a", "b"])
    #expect(lesson.cards.allSatisfy { $0.lesson == "x" })
  }

  @Test func lineThatNoLessonHoldsIsTypesetToo() {
    let text = LessonText(
      "On $a$ and $b$",
      typeset: [
        Formula(tex: "a", display: false): .typeset(mathML: "m", visible: "v")
      ])
    #expect(text.plain == "On a and b")
    #expect(text.nodes.contains { if case .formula = $0 { true } else { false } })
    #expect(LessonText("", typeset: [:]).isEmpty)
  }
}
