import LessonFormat

/// A flash card where its lesson has it: the question, and the answer folded away.
struct CardView {
  let card: Card

  /// The id of a card in its lesson. No heading's id has a full stop in it.
  static func id(_ card: Card) -> String { "card.\(card.index + 1)" }

  var pieces: [QuizView.Piece] {
    let title = PracticeTitle(
      sign: .card, title: "Flash card", detail: "\(card.topic) · \(Self.difficulty(card))")
    return [
      .html(
        "<div class=\"card\" id=\"\(Self.id(card))\">\n\(title.html)<div class=\"question\">\n"),
      .text(card.question),
      .html("</div>\n<details class=\"answer\"><summary>Show the answer</summary>\n"),
      .text(card.answer),
      .html("</details></div>\n"),
    ]
  }

  /// A number says by itself that it is a difficulty as little as `2` does.
  static func difficulty(_ card: Card) -> String {
    card.difficulty.allSatisfy(\.isNumber) ? "difficulty \(card.difficulty)" : card.difficulty
  }
}

/// A flash card on the page that collects those of the course.
struct DeckCard: Sendable {
  let lesson: String
  let card: Card
  /// Both sides as HTML that stands outside of the lesson.
  let question: String
  let answer: String

  /// A name that stays when other cards come or go: what a reader knew is kept under it.
  var name: String {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in card.question.map(\.plainText).joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
    }
    return lesson + "-" + String(hash, radix: 36)
  }
}
