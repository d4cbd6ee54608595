/// The line at the head of a question or a card: a sign, and what it is.
struct PracticeTitle {
  enum Sign: String {
    case question =
      "<circle cx=\"8\" cy=\"8\" r=\"6.3\"/><path d=\"M6 6.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.4v.1\"/>"
    case exercise =
      "<path d=\"M2.6 13.4l.7-3.2 7.6-7.6 2.5 2.5-7.6 7.6zM9.4 4.1l2.5 2.5\"/>"
    case card =
      "<rect x=\"1.8\" y=\"5\" width=\"10\" height=\"7.6\" rx=\"1\"/><path d=\"M4.6 5V2.8h9.6v7.4h-2.4\"/>"
  }

  let sign: Sign
  let title: String
  var detail = ""
  var id: String?

  var html: String {
    let id = id.map { " id=\"\($0)\"" } ?? ""
    let detail = detail.isEmpty ? "" : " <span class=\"quiet\">\(detail.escapedForPage)</span>"
    return """
      <p class="practice-title"\(id)><svg aria-hidden="true" viewBox="0 0 16 16" fill="none" \
      stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">\
      \(sign.rawValue)</svg>\(title.escapedForPage)\(detail)</p>

      """
  }
}
