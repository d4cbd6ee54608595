import Testing

@testable import LessonFormat

@Suite struct CardReaderTests {
  private func lesson(_ lines: String) -> Lesson {
    LessonReader.read(SourceFile(path: "a.md", text: "# A\n\n" + lines), id: "a")
  }

  private func text(_ nodes: [Node]) -> String { nodes.map(\.plainText).joined(separator: "|") }

  @Test(arguments: [
    "[!CARD] topic: chain rule difficulty: 2\n> Q?\n>\n> ---\n>\n> A.",
    "[!card] topic: chain rule, difficulty: 2\n> Q?\n> ---\n> A.",
    "[!CARD]\n> topic: chain rule, difficulty: 2\n> Q?\n>\n> ---\n> A.",
    "[!CARD]\n> Difficulty: 2; Topic: chain rule\n> Q?\n> ---\n> A.",
    "[!CARD]\n> topic: chain rule; difficulty: 2\n>\n> Q?\n> ---\n> A.",
    "[!CARD]\n>\n> topic: chain rule; difficulty: 2\n>\n> Q?\n>\n> ***\n>\n> A.",
  ])
  func topicAndDifficultyStandBehindTheMarkerOrOnTheLineBelowInEitherOrder(card: String) throws {
    let lesson = lesson("> \(card)\n")
    #expect(lesson.findings.isEmpty)
    let card = try #require(lesson.cards.first)
    #expect(card.topic == "chain rule")
    #expect(card.difficulty == "2")
    #expect(text(card.question) == "Q?")
    #expect(text(card.answer) == "A.")
    #expect(card.range.start == SourcePosition(line: 3, column: 1))
  }

  @Test
  func onlyTheFirstRuleOfACardSeparatesItsSides() throws {
    let lesson = lesson("> [!CARD] topic: a difficulty: 1\n> Q?\n> ---\n> A.\n> ---\n>\n> B.\n")
    let card = try #require(lesson.cards.first)
    #expect(text(card.question) == "Q?")
    #expect(text(card.answer) == "A.|B.")
  }

  @Test(arguments: [
    ("topic: a, difficulty: 1\n> Q?", "this card has no rule between question and answer"),
    ("topic: a, difficulty: 1\n> Q?\n> ---\n> <!-- none -->", "this card has no answer"),
    ("topic: a, difficulty: 1\n>\n> ---\n> A.", "this card asks nothing"),
    ("difficulty: 1\n> Q?\n> ---\n> A.", "this card names no topic"),
    ("topic: a\n> Q?\n> ---\n> A.", "this card names no difficulty"),
    ("topic: a, difficulty: 1 or 2\n> Q?\n> ---\n> A.", "`1 or 2` is not a difficulty"),
    (
      "b, topic: a, difficulty: 1\n> Q?\n> ---\n> A.",
      "`b` is neither the card's topic nor its difficulty or id"
    ),
    ("topic: a, difficulty: 1, id: b c\n> Q?\n> ---\n> A.", "`b c` can't be the id of a card"),
    ("topic: a, difficulty: 1, id:\n> Q?\n> ---\n> A.", "this card's id is empty"),
  ])
  func whatKeepsACardFromBeingLearnedIsReported(card: String, message: String) {
    let lesson = lesson("> [!CARD] \(card)\n")
    #expect(lesson.findings.map(\.message) == [message])
    #expect(lesson.cards.isEmpty)
  }
}
