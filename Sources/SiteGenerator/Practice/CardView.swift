import LessonFormat
import LessonRunner
import Markup

/// A flash card where its lesson has it: the question, and the answer folded away.
struct CardView {
  let card: CardNode
  let renderer: LessonRenderer

  var html: HTML<Flow> {
    let title = PracticeTitle(
      sign: .card, title: "Flash card",
      detail: "\(card.card.topic) · \(card.card.difficultyInWords)")
    return .div(
      [.class("card"), .id(card.card.anchor)], "\n", title.html,
      .div([.class("question")], "\n", renderer.blocks(card.question).html), "\n",
      .details(
        [.class("answer")], .summary([], "Show the answer"), "\n",
        renderer.blocks(card.answer).html)) + "\n"
  }
}

extension Card {
  /// The id of a card in its lesson. No heading's id has a full stop in it.
  var anchor: String { "card.\(index + 1)" }

  /// A number says by itself that it is a difficulty as little as `2` does.
  var difficultyInWords: String {
    difficulty.allSatisfy(\.isNumber) ? "difficulty \(difficulty)" : difficulty
  }
}

/// A flash card on the page that collects those of the course.
struct DeckCard: Sendable {
  let lesson: String
  let card: Card
  /// Both sides as HTML that stands outside of the lesson.
  let question: HTML<Flow>
  let answer: HTML<Flow>

  /// A name that stays when other cards come or go: what a reader knew is kept under it. The one that the
  /// author gives stays when the card's words change or it moves to another lesson, too.
  var name: String {
    if let id = card.id { return id }
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in card.question.map(\.plainText).joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
    }
    return lesson + "-" + String(hash, radix: 36)
  }
}
