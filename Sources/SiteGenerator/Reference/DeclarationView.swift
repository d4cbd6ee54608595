/// A declaration, highlighted as code in lessons is.
enum DeclarationView {
  /// Code as the content of a `code` element.
  ///
  /// - Parameter name: what is declared, which is set in bold where it stands first.
  static func highlighted(_ code: String, name: Substring = "") -> String {
    let bytes = Array(code.utf8)
    var html = ""
    var offset = 0
    var isNamed = name.isEmpty
    func text(upTo end: Int) -> String { String(decoding: bytes[offset..<end], as: UTF8.self) }
    func plain(upTo end: Int) {
      let text = text(upTo: end)
      offset = end
      guard !isNamed, let place = text.firstRange(of: name) else {
        html += text.escapedForPage
        return
      }
      isNamed = true
      html += text[..<place.lowerBound].escapedForPage
      html += "<b>\(name.escapedForPage)</b>"
      html += text[place.upperBound...].escapedForPage
    }
    for token in SwiftHighlighter.tokens(of: code) where token.start >= offset {
      plain(upTo: token.start)
      let text = text(upTo: token.end)
      offset = token.end
      // A type's own name is its declaration's, and `init` that of an initializer.
      if !isNamed, text == name {
        isNamed = true
        html += "<b>\(text.escapedForPage)</b>"
      } else {
        html += "<span class=\"\(token.kind.rawValue)\">\(text.escapedForPage)</span>"
      }
    }
    plain(upTo: bytes.count)
    return html
  }
}
