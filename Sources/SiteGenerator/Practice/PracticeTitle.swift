import Markup

/// The line at the head of a question or a card: a sign, and what it is.
struct PracticeTitle {
  enum Sign {
    case question, exercise, card

    fileprivate var shapes: StaticString {
      switch self {
      case .question:
        "<circle cx=\"8\" cy=\"8\" r=\"6.3\"/><path d=\"M6 6.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.4v.1\"/>"
      case .exercise:
        "<path d=\"M2.6 13.4l.7-3.2 7.6-7.6 2.5 2.5-7.6 7.6zM9.4 4.1l2.5 2.5\"/>"
      case .card:
        "<rect x=\"1.8\" y=\"5\" width=\"10\" height=\"7.6\" rx=\"1\"/><path d=\"M4.6 5V2.8h9.6v7.4h-2.4\"/>"
      }
    }
  }

  let sign: Sign
  let title: String
  var detail = ""
  var id: String?

  var html: HTML<Flow> {
    .p(
      [.class("practice-title")] + (id.map { [.id($0)] } ?? []),
      Icon.html(sign.shapes), .text(title),
      detail.isEmpty ? HTML() : " " + .span([.class("quiet")], .text(detail))) + "\n"
  }
}
