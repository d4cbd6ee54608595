import LessonFormat
import LessonRunner

/// Quizzes, hints and cards of a lesson.
extension LessonBody {
  /// A quiz or a card as finished nodes; nil for any other node.
  mutating func lowerPractice(_ node: Node) -> [Node]? {
    switch node.kind {
    case .alert(.quiz):
      guard let quiz = result.lesson.quizzes.first(where: { $0.range == node.range }) else {
        return nil
      }
      let answer = quiz.answer.map { answer in
        (result.claims[answer.claim], result.lesson.claims[answer.claim].expectation)
      }
      return lower(QuizView(quiz: quiz.taken(from: node.children), answer: answer).pieces, node)
    case .alert(.card):
      guard let card = result.lesson.cards.first(where: { $0.range == node.range }) else {
        return nil
      }
      let marked = card.taken(from: node.children)
      deck.append(
        DeckCard(
          lesson: result.lesson.id, card: card, question: detached(marked.question),
          answer: detached(marked.answer)))
      return lower(CardView(card: marked).pieces, node)
    default: return nil
    }
  }

  private mutating func lower(_ pieces: [QuizView.Piece], _ node: Node) -> [Node] {
    var nodes: [Node] = []
    for piece in pieces {
      switch piece {
      case .html(let text): nodes.append(html(text, node))
      case .text(let text): nodes += lower(text)
      }
    }
    return nodes
  }

  // MARK: Hints

  /// Hints that follow one another, as one group.
  mutating func lowerHints(_ hints: ArraySlice<Node>) -> [Node] {
    var nodes: [Node] = []
    for (number, hint) in hints.enumerated() {
      let label = hints.count == 1 ? "Hint" : "Hint \(number + 1) of \(hints.count)"
      let opening = number == 0 ? "<div class=\"hints\">\n" : ""
      let head = "<details class=\"alert alert-hint\"><summary>\(label)</summary>\n"
      nodes.append(html(opening + head, hint))
      nodes += lower(hint.children)
      nodes.append(html("</details>\n" + (number + 1 == hints.count ? "</div>\n" : ""), hint))
    }
    return nodes
  }

  // MARK: Cards outside of their lesson

  /// Blocks as HTML for another page: nothing in it has an id, and all links lead back.
  private func detached(_ blocks: [Node]) -> String {
    var copy = self
    return Prose.html(copy.lower(blocks.map(detached)))
  }

  private func detached(_ node: Node) -> Node {
    var node = node
    node.children = node.children.compactMap { child in
      if case .footnoteReference = child.kind { nil } else { detached(child) }
    }
    switch node.kind {
    case .heading:
      node.children = [Node(.strong, range: node.range, children: node.children)]
      node.kind = .paragraph
    case .link(let destination, let title) where destination.hasPrefix("#"):
      node.kind = .link(destination: "\(result.lesson.id).md\(destination)", title: title)
    default: break
    }
    return node
  }
}
