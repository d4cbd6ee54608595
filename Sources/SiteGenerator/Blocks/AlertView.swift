import LessonFormat
import Markup

/// An alert on the page: a sign and a word that say what it is, then its text.
struct AlertView {
  let alert: Node.Alert
  /// The alert's text.
  let content: HTML<Flow>

  var html: HTML<Flow> {
    .div(
      [.class("alert alert-\(alert.rawValue)"), .role("note"), .ariaLabel(name)],
      "\n", .p([.class("alert-title")], Icon.html(icon), .text(name)), "\n", content) + "\n"
  }

  private var name: String { alert.rawValue.prefix(1).uppercased() + alert.rawValue.dropFirst() }

  private var icon: StaticString {
    switch alert {
    case .note, .quiz, .predict, .card, .hint:
      "<circle cx=\"8\" cy=\"8\" r=\"6.3\"/><path d=\"M8 7.3v4M8 4.7v.1\"/>"
    case .tip:
      "<path d=\"M5.8 11.2c0-1.5-1.8-2.3-1.8-4.7a4 4 0 0 1 8 0c0 2.4-1.8 3.2-1.8 4.7zM6.4 14h3.2\"/>"
    case .important:
      "<path d=\"M2 2.7h12v8.6H8.6L5.5 14v-2.7H2zM8 5v2.6M8 9.2v.1\"/>"
    case .warning:
      "<path d=\"M8 2 14.4 13.6H1.6zM8 6.4v3.4M8 11.6v.1\"/>"
    case .caution:
      "<path d=\"M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM8 4.6v4M8 11v.1\"/>"
    }
  }
}

/// A small sign of lines, drawn in a square of 16 units.
enum Icon {
  /// - Parameter shapes: the elements of SVG that it consists of.
  static func html(_ shapes: StaticString) -> HTML<Phrasing> {
    .trusted(
      """
      <svg aria-hidden="true" viewBox="0 0 16 16" fill="none" \
      stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">\
      \(shapes)</svg>
      """)
  }
}
