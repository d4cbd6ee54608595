/// Raw HTML in pieces, for those who decide what of it goes to a page: it refuses what is not plain, where
/// ``HTMLScanner`` reads what a browser would show of any.
///
/// It goes by bytes, as browsers do: a mark that joins with a `<` makes one character of both.
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

  private typealias Bytes = ArraySlice<UInt8>

  /// The pieces in order; nil for HTML that holds anything else, or a tag that is not plain: browsers
  /// make of such what they like.
  static func pieces(of html: String) -> [Piece]? {
    var pieces: [Piece] = []
    let bytes = Array(html.utf8)
    var ends = CommentEnds(bytes[...])
    var rest = bytes[...]
    while let start = rest.firstIndex(of: Byte.less) {
      if start > rest.startIndex { pieces.append(.text(string(rest[..<start]))) }
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = ends.end(ofCommentAt: start) else { return nil }
        pieces.append(.comment(string(rest[..<end])))
        rest = rest[end...]
      } else {
        guard let end = rest.firstIndex(of: Byte.greater), let tag = tag(rest[..<end].dropFirst())
        else { return nil }
        pieces.append(tag)
        rest = rest[(end + 1)...]
      }
    }
    if !rest.isEmpty { pieces.append(.text(string(rest))) }
    return pieces
  }

  // MARK: Comments

  /// What stands in the comments that CommonMark sees, and what follows the last of them.
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
    var text: [UInt8] = []
    var comments: [UInt8] = []
    let bytes = Array(html.utf8)
    var ends = CommentEnds(bytes[...])
    var rest = bytes[...]
    while let start = rest.firstIndex(of: Byte.less) {
      text += rest[..<start]
      rest = rest[start...]
      guard rest.starts(with: "<!--".utf8), let end = ends.end(ofCommentAt: start) else {
        text.append(rest.removeFirst())
        continue
      }
      text += rest[..<end].filter { $0 == Byte.lineFeed }
      comments += rest[..<end] + [Byte.lineFeed]
      rest = rest[end...]
    }
    text += rest
    return (string(text[...]), string(comments[...]))
  }

  /// Finds the ends of comments, each behind the one before, in one way through a text.
  private struct CommentEnds {
    private let text: Bytes
    private var close: Int?
    private var otherClose: Int?

    init(_ text: Bytes) {
      self.text = text
      close = text.startIndex
      otherClose = text.startIndex
    }

    /// Where the comment ends that starts at a place; nil where nothing ends it, and for one that browsers
    /// end elsewhere: at its start if it begins with `>` or `->`, else at `--!>`.
    mutating func end(ofCommentAt start: Int) -> Int? {
      let body = text[start...].dropFirst(4)
      guard !body.starts(with: ">".utf8), !body.starts(with: "->".utf8) else { return nil }
      close = next("-->", from: close, in: body)
      otherClose = next("--!>", from: otherClose, in: body)
      guard let close, close < otherClose ?? text.endIndex else { return nil }
      return close + 3
    }

    /// The first place of a mark in a part of the text; none is before a place found earlier.
    private func next(_ mark: String, from known: Int?, in part: Bytes) -> Int? {
      guard let known else { return nil }
      return (max(known, part.startIndex)..<part.endIndex).first {
        text[$0...].starts(with: mark.utf8)
      }
    }
  }

  // MARK: Tags

  /// The tag between `<` and `>`.
  private static func tag(_ text: Bytes) -> Piece? {
    let isEnd = text.first == UInt8(ascii: "/")
    var rest = isEnd ? text.dropFirst() : text
    let name = rest.prefix(while: \.isAlphanumeric)
    guard name.first?.isLetter ?? false else { return nil }
    rest = rest[name.endIndex...]
    guard rest.first.map({ $0.isSpace || $0 == UInt8(ascii: "/") }) ?? true else { return nil }
    if isEnd { return rest.allSatisfy(\.isSpace) ? .close(lowercased(name)) : nil }
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    var attributes: [Attribute] = []
    for word in rest.split(whereSeparator: \.isSpace) {
      guard let attribute = attribute(word),
        !attributes.contains(where: { $0.name == attribute.name })
      else { return nil }
      attributes.append(attribute)
    }
    return .open(lowercased(name), attributes)
  }

  /// `open`, `colspan=2` or `colspan="2"`.
  private static func attribute(_ word: Bytes) -> Attribute? {
    let parts = word.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter) else { return nil }
    var value = parts.count > 1 ? parts[1] : []
    if let quote = value.first, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) {
      guard value.count > 1, value.last == quote else { return nil }
      value = value.dropFirst().dropLast()
    }
    guard value.allSatisfy(\.isAlphanumeric) else { return nil }
    return Attribute(name: lowercased(parts[0]), value: string(value))
  }

  private static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func lowercased(_ name: Bytes) -> String { string(name).lowercased() }
}
