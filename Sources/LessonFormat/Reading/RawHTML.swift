/// Raw HTML in pieces, for those who decide what of it goes to a page: it refuses what is not plain, where
/// ``HTMLScanner`` reads what a browser would show of any.
enum RawHTML {
  enum Piece: Hashable {
    case text(String)
    case comment(String)
    case open(String, [Attribute])
    case close(String)
  }

  struct Attribute: Hashable {
    var name: String
    var value: String
  }

  /// The pieces in order; nil for HTML that holds anything else, or a tag that is not plain: browsers
  /// make of such what they like.
  static func pieces(of html: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = endOfComment(rest) else { return nil }
        pieces.append(.comment(String(rest[..<end])))
        rest = rest[end...]
      } else {
        guard let end = rest.firstIndex(of: ">"), let tag = tag(rest[..<end].dropFirst()) else {
          return nil
        }
        pieces.append(tag)
        rest = rest[rest.index(after: end)...]
      }
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// What stands in the comments, and what follows the last of them.
  static func comments(in html: String) -> (bodies: [Substring], rest: Substring) {
    var bodies: [Substring] = []
    var rest = html[...]
    // The shortest comment is `<!-->`: the dashes that open it can close it too.
    while let open = rest.range(of: "<!--"),
      let close = rest[open.lowerBound...].dropFirst(2).range(of: "-->")
    {
      bodies.append(rest[open.upperBound..<max(open.upperBound, close.lowerBound)])
      rest = rest[close.upperBound...]
    }
    return (bodies, rest)
  }

  /// The HTML without its comments, whose line ends stay, and the comments.
  static func dividedFromComments(_ html: String) -> (html: String, comments: String) {
    var text = ""
    var comments = ""
    var rest = html[...]
    while let start = rest.firstRange(of: "<!--") {
      text += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      if let end = endOfComment(rest) {
        text += rest[..<end].filter(\.isNewline)
        comments += rest[..<end] + "\n"
        rest = rest[end...]
      } else {
        text += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
      }
    }
    return (text + rest, comments)
  }

  /// Where the comment ends with which a text begins; nil where nothing ends it, and for one that browsers
  /// end elsewhere: at its start if it begins with `>` or `->`, else at `--!>`.
  private static func endOfComment(_ text: Substring) -> String.Index? {
    let body = text.dropFirst(4)
    guard !body.hasPrefix(">"), !body.hasPrefix("->"), let end = body.firstRange(of: "-->"),
      !body[..<end.lowerBound].contains("--!>")
    else { return nil }
    return end.upperBound
  }

  /// The tag between `<` and `>`.
  private static func tag(_ text: Substring) -> Piece? {
    let isEnd = text.hasPrefix("/")
    var rest = text.drop { $0 == "/" }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard rest.startIndex == text.startIndex || isEnd,
      text.count - rest.count <= 1, name.first?.isLetter ?? false
    else { return nil }
    rest = rest[name.endIndex...]
    guard rest.first?.isWhitespace ?? true || rest.first == "/" else { return nil }
    if isEnd {
      return rest.allSatisfy(\.isWhitespace) ? .close(name.lowercased()) : nil
    }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    var attributes: [Attribute] = []
    for word in rest.split(whereSeparator: \.isWhitespace) {
      guard let attribute = attribute(word),
        !attributes.contains(where: { $0.name == attribute.name })
      else { return nil }
      attributes.append(attribute)
    }
    return .open(name.lowercased(), attributes)
  }

  /// `open`, `colspan=2` or `colspan="2"`.
  private static func attribute(_ word: Substring) -> Attribute? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].first?.isLetter ?? false, parts[0].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    var value = parts.count > 1 ? parts[1] : ""
    if let quote = value.first, quote == "\"" || quote == "'" {
      guard value.count > 1, value.last == quote else { return nil }
      value = value.dropFirst().dropLast()
    }
    guard value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
    return Attribute(name: parts[0].lowercased(), value: String(value))
  }
}
