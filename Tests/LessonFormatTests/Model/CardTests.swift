import Testing

@testable import LessonFormat

@Suite struct CardTests {
  private func card(_ markdown: String, isHeadInText: Bool = false) -> Card {
    Card(
      index: 0, range: somewhere, head: CardHead("topic: a, difficulty: 1"),
      isHeadInText: isHeadInText, blocks: tree(markdown).children)
  }

  private func text(_ nodes: [Node]) -> String { nodes.map(\.plainText).joined(separator: "|") }

  @Test func theFirstRuleSeparatesQuestionAndAnswer() {
    let card = card("Q?\n\n***\n\nA.\n\n***\n\nB.")
    #expect(text(card.question) == "Q?")
    #expect(text(card.answer) == "A.||B.")
  }

  @Test func withoutARuleAllIsTheQuestion() {
    #expect(text(card("Q?\n\nA.").question) == "Q?|A.")
    #expect(card("Q?").answer.isEmpty)
  }

  @Test func aHeadInTheTextIsNotPartOfTheQuestion() {
    #expect(text(card("topic: a\nQ?", isHeadInText: true).question) == "Q?")
    #expect(text(card("topic: a\n\nQ?", isHeadInText: true).question) == "Q?")
  }
}
