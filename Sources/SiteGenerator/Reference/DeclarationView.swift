import Markup

/// A declaration, highlighted as code in lessons is.
enum DeclarationView {
  /// Code as the content of a `code` element.
  ///
  /// - Parameter name: what is declared, which is set in bold where it stands first.
  static func highlighted(_ code: String, name: Substring = "") -> HTML<Phrasing> {
    let bytes = Array(code.utf8)
    var html = HTML<Phrasing>()
    var offset = 0
    var isNamed = name.isEmpty
    func text(upTo end: Int) -> String { String(decoding: bytes[offset..<end], as: UTF8.self) }
    func plain(upTo end: Int) {
      let text = text(upTo: end)
      offset = end
      guard !isNamed, let place = text.firstRange(of: name) else { return html.add(text: text) }
      isNamed = true
      html.add(text: text[..<place.lowerBound])
      html += .b([], .text(name))
      html.add(text: text[place.upperBound...])
    }
    for token in SwiftHighlighter.tokens(of: code) where token.start >= offset {
      plain(upTo: token.start)
      let text = text(upTo: token.end)
      offset = token.end
      // A type's own name is its declaration's, and `init` that of an initializer.
      if !isNamed, text == name {
        isNamed = true
        html += .b([], .text(text))
      } else {
        html += .span([.class(token.kind.rawValue)], .text(text))
      }
    }
    plain(upTo: bytes.count)
    return html
  }
}
