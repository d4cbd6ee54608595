import CCommonMark

/// Turns libcmark's inline nodes for one content into ours, with exact places.
///
/// libcmark's own columns are off after delimiters that were used in part, after line breaks in
/// links, and in lines that lose a prefix. But its nodes come in the order of the source, and
/// each kind takes up known characters there; so a cursor that walks both finds every place.
struct InlineReader {
  let source: MarkdownSource
  let content: InlineContent
  /// What libcmark was given: `content` with line feeds and opaque spans masked, byte for byte.
  let masked: [UInt8]
  let spans: [OpaqueSpan]
  let isExtended: Bool
  /// Spans that turned out to lie in a link's destination or title: the content must be read
  /// again without them.
  private(set) var rejected: Set<Int> = []
  private let spanAt: [Int: Int]
  private var linkDepth = 0

  /// Inlines nested deeper than this become text.
  static let maximumDepth = 100
  /// Stands for a byte of an opaque span.
  private static let filler: UInt8 = 0x1A

  init(
    source: MarkdownSource, content: InlineContent, masked: [UInt8], spans: [OpaqueSpan],
    isExtended: Bool
  ) {
    self.source = source
    self.content = content
    self.masked = masked
    self.spans = spans
    self.isExtended = isExtended
    spanAt = Dictionary(
      uniqueKeysWithValues: spans.enumerated().map { ($1.range.lowerBound, $0) })
  }

  /// The content in one line, of the same length, with no opaque span in it.
  ///
  /// A form feed stands for a line feed: libcmark takes both for white space everywhere but in a
  /// destination in angle brackets, which a line feed makes invalid; there the parenthesis before
  /// it is masked as well.
  static func mask(_ content: InlineContent, spans: [OpaqueSpan]) -> [UInt8] {
    var masked = content.bytes
    for span in spans {
      for index in span.range { masked[index] = filler }
    }
    guard masked.contains(Byte.lineFeed) else { return masked }
    for index in masked.indices where masked[index] == Byte.less {
      maskParenthesis(before: index, in: &masked)
    }
    for index in masked.indices where masked[index] == Byte.lineFeed {
      masked[index] = Byte.formFeed
    }
    return masked
  }

  private static func maskParenthesis(before index: Int, in bytes: inout [UInt8]) {
    var open = index - 1
    while open >= 0, bytes[open].isSpace { open -= 1 }
    guard open >= 1, bytes[open] == Byte.openParenthesis, bytes[open - 1] == Byte.closeBracket
    else { return }
    var end = index + 1
    while end < bytes.count, bytes[end] != Byte.greater, bytes[end] != Byte.less {
      if bytes[end] == Byte.lineFeed {
        bytes[open] = filler
        return
      }
      end += bytes[end] == Byte.backslash ? 2 : 1
    }
  }

  mutating func read(_ parent: CMarkNode) -> [Node] {
    var cursor = 0
    return inlines(in: parent, at: &cursor, depth: 0)
  }

  private func range(_ range: Range<Int>) -> SourceRange { content.range(range, in: source) }

  // MARK: - Nodes

  private mutating func inlines(
    in parent: CMarkNode, at cursor: inout Int, depth: Int
  ) -> [Node] {
    var items: [InlineItem] = []
    for node in parent.children {
      switch node.type {
      case CMARK_NODE_TEXT:
        if !appendPlainText(node, at: &cursor, to: &items) {
          let literal = node.withLiteral { Array($0) }
          appendText(literal, at: &cursor, to: &items)
        }
      case CMARK_NODE_CODE:
        items.append(.node(code(at: &cursor)))
      case CMARK_NODE_HTML_INLINE:
        let start = cursor
        cursor = min(content.bytes.count, start + node.withLiteral { $0.count })
        let html = String(decoding: content.bytes[start..<cursor], as: UTF8.self)
        items.append(.node(Node(.htmlInline(html), range: range(start..<cursor))))
      case CMARK_NODE_EMPH:
        items.append(.node(wrapped(node, .emphasis, marks: 1, at: &cursor, depth: depth)))
      case CMARK_NODE_STRONG:
        items.append(.node(wrapped(node, .strong, marks: 2, at: &cursor, depth: depth)))
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        items.append(.node(link(node, at: &cursor, depth: depth)))
      default:
        break
      }
    }
    return InlineItem.resolve(items)
  }

  private mutating func wrapped(
    _ node: CMarkNode, _ kind: Node.Kind, marks: Int, at cursor: inout Int, depth: Int
  ) -> Node {
    let start = cursor
    cursor += marks
    let children = nested(in: node, at: &cursor, depth: depth)
    cursor += marks
    return Node(kind, range: range(start..<cursor), children: children)
  }

  private mutating func nested(
    in node: CMarkNode, at cursor: inout Int, depth: Int
  ) -> [Node] {
    if depth < Self.maximumDepth { return inlines(in: node, at: &cursor, depth: depth + 1) }
    let start = cursor
    let text = flatText(of: node, at: &cursor)
    return [Node(.text(text), range: range(start..<cursor))]
  }

  private mutating func link(_ node: CMarkNode, at cursor: inout Int, depth: Int) -> Node {
    let start = cursor
    let isImage = node.type == CMARK_NODE_IMAGE
    let children: [Node]
    let tail: Range<Int>
    if !isImage, cursor < masked.count, masked[cursor] == Byte.less {
      let end = masked[start...].firstIndex(of: Byte.greater) ?? masked.count - 1
      cursor = end + 1
      let text = node.firstChild?.literal ?? ""
      children = [Node(.text(text), range: range((start + 1)..<max(start + 1, end)))]
      tail = start..<cursor
    } else {
      cursor += isImage ? 2 : 1
      linkDepth += 1
      children = nested(in: node, at: &cursor, depth: depth)
      linkDepth -= 1
      // libcmark's column is right here: the content is one line, after "# ".
      let end = max(cursor, min(masked.count, node.endByte - 2))
      tail = cursor..<end
      cursor = end
    }
    var index = spans.firstIndexOfSorted { $0.range.upperBound > tail.lowerBound }
    while index < spans.count, spans[index].range.lowerBound < tail.upperBound {
      if !tail.isEmpty { rejected.insert(index) }
      index += 1
    }
    let destination = unmasked(node.destination, in: tail)
    let title = unmasked(node.title, in: tail)
    let kind: Node.Kind =
      isImage
      ? .image(destination: destination, title: title)
      : .link(destination: destination, title: title)
    return Node(kind, range: range(start..<cursor), children: children)
  }

  /// A destination or title, which libcmark has from the masked content.
  private func unmasked(_ text: String, in tail: Range<Int>) -> String {
    guard content.bytes[tail] != masked[tail] else { return text }
    let hasFiller = content.bytes[tail].contains(Self.filler)
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\u{0C}": "\n"
      case "\u{1A}" where !hasFiller: "("
      default: scalar
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func code(at cursor: inout Int) -> Node {
    let start = cursor
    let bytes = masked
    let bodyStart = bytes[start...].firstIndex { $0 != Byte.backtick } ?? bytes.count
    let count = bodyStart - start
    var end = bodyStart
    while end < bytes.count {
      let runStart = bytes[end...].firstIndex(of: Byte.backtick) ?? bytes.count
      end = bytes[runStart...].firstIndex { $0 != Byte.backtick } ?? bytes.count
      if end - runStart == count { break }
    }
    cursor = end
    var body = content.bytes[bodyStart..<max(bodyStart, end - count)].map {
      $0 == Byte.lineFeed ? Byte.space : $0
    }
    if body.contains(where: { $0 != Byte.space }), body.first == Byte.space,
      body.last == Byte.space
    {
      body.removeFirst()
      body.removeLast()
    }
    let text = String(decoding: body, as: UTF8.self)
    return Node(.code(text, backticks: count), range: range(start..<end))
  }

  // MARK: - Text

  /// The text of everything below a node, without recursion; the cursor moves past it.
  private mutating func flatText(of node: CMarkNode, at cursor: inout Int) -> String {
    // The source from here to the node's end: its markup stays visible.
    let start = cursor
    let end = max(start, min(masked.count, deepestEnd(of: node, from: start)))
    cursor = end
    return String(decoding: content.bytes[start..<end], as: UTF8.self)
  }

  /// Where the content of a node that is nested too deep ends, by walking it with a stack.
  private func deepestEnd(of node: CMarkNode, from start: Int) -> Int {
    var cursor = start
    var alignment = TextAlignment(masked)
    let iterator = cmark_iter_new(node.pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let pointer = cmark_iter_get_node(iterator), pointer != node.pointer else { continue }
      let current = CMarkNode(pointer)
      let isEntry = event == CMARK_EVENT_ENTER
      switch current.type {
      case CMARK_NODE_TEXT:
        let literal = current.withLiteral { Array($0) }
        alignment.align(literal, from: &cursor)
      case CMARK_NODE_CODE:
        _ = code(at: &cursor)
      case CMARK_NODE_HTML_INLINE:
        cursor += current.withLiteral { $0.count }
      case CMARK_NODE_EMPH: cursor += 1
      case CMARK_NODE_STRONG: cursor += 2
      case CMARK_NODE_IMAGE where isEntry: cursor += 2
      case CMARK_NODE_LINK where isEntry: cursor += 1
      case CMARK_NODE_IMAGE, CMARK_NODE_LINK: cursor = max(cursor, current.endByte - 2)
      default: break
      }
    }
    return cursor
  }

  /// The common case: text that stands in the source as it is, with nothing in it but line
  /// breaks. False, and nothing done, when it is another case.
  private func appendPlainText(
    _ node: CMarkNode, at cursor: inout Int, to items: inout [InlineItem]
  ) -> Bool {
    let start = cursor
    let bytes = content.bytes
    let isPlain = node.withLiteral { literal in
      guard start + literal.count <= bytes.count else { return false }
      for index in literal.indices {
        let byte = literal[index]
        guard byte == masked[start + index] else { return false }
        switch byte {
        case Byte.backslash, Byte.ampersand, Self.filler: return false
        case Byte.tilde: if isExtended { return false }
        case Byte.colon, UInt8(ascii: "w"):
          // A bare address may stand here: `://` or `www`.
          let next = byte == Byte.colon ? UInt8(ascii: "/") : byte
          let isDoubled =
            index + 2 < literal.count && literal[index + 1] == next && literal[index + 2] == next
          if isExtended, isDoubled { return false }
        default: break
        }
      }
      cursor += literal.count
      return true
    }
    guard isPlain else { return false }
    var textStart = start
    while textStart < cursor {
      let end = bytes[textStart..<cursor].firstIndex(of: Byte.lineFeed) ?? cursor
      var textEnd = end
      if end < cursor {
        while textEnd > textStart, bytes[textEnd - 1].isSpace { textEnd -= 1 }
      }
      if textEnd > textStart {
        let text = String(decoding: bytes[textStart..<textEnd], as: UTF8.self)
        items.append(.node(Node(.text(text), range: range(textStart..<textEnd))))
      }
      guard end < cursor else { break }
      let isHard = end > 1 && bytes[end - 1] == Byte.space && bytes[end - 2] == Byte.space
      items.append(.node(Node(isHard ? .lineBreak : .softBreak, range: breakRange(end))))
      textStart = end + 1
      while textStart < cursor, bytes[textStart].isBlank { textStart += 1 }
    }
    return true
  }

  private mutating func appendText(
    _ literal: [UInt8], at cursor: inout Int, to items: inout [InlineItem]
  ) {
    let start = cursor
    var alignment = TextAlignment(masked)
    alignment.align(literal, from: &cursor)
    var builder = TextBuilder(start: start)
    var index = 0
    while index < literal.count {
      let place = alignment.places[index]
      let isPlain = alignment.isPlain[index]
      if isPlain, literal[index] == Byte.formFeed, content.bytes[place] == Byte.lineFeed {
        let kind = lineBreak(at: place, &builder, alignment, index)
        flush(&builder, to: &items)
        items.append(.node(Node(kind, range: breakRange(place))))
        index += 1
        while index < literal.count, alignment.isPlain[index], literal[index].isBlank { index += 1 }
        builder = TextBuilder(
          start: index < literal.count ? alignment.places[index] : cursor)
      } else if isPlain, literal[index] == Self.filler, let span = spanAt[place] {
        flush(&builder, to: &items)
        let range = spans[span].range
        items.append(.node(node(for: spans[span])))
        index += range.count
        builder = TextBuilder(start: range.upperBound)
      } else if isPlain, isExtended, literal[index] == Byte.tilde {
        flush(&builder, to: &items)
        let run = literal[index...].prefix { $0 == Byte.tilde }.count
        items.append(tildes(place..<(place + run)))
        index += run
        builder = TextBuilder(start: place + run)
      } else {
        // A masked parenthesis and real control characters come back from the content.
        let byte = isPlain && literal[index] == Self.filler ? content.bytes[place] : literal[index]
        let end = index + 1 < literal.count ? alignment.places[index + 1] : cursor
        builder.append(byte, end: end)
        index += 1
      }
    }
    flush(&builder, to: &items)
  }

  private func flush(_ builder: inout TextBuilder, to items: inout [InlineItem]) {
    guard !builder.bytes.isEmpty else { return }
    if isExtended, linkDepth == 0,
      let nodes = BareLinks.split(builder, content: content, source: source)
    {
      items += nodes.map(InlineItem.node)
      return
    }
    let text = String(decoding: builder.bytes, as: UTF8.self)
    items.append(.node(Node(.text(text), range: range(builder.start..<builder.end))))
  }

  private func node(for span: OpaqueSpan) -> Node {
    switch span.kind {
    case .math(let text, let display):
      return Node(.math(text, display: display), range: range(span.range))
    case .footnote(let index):
      // Numbers are known once the whole document is.
      return Node(
        .footnoteReference(label: "", number: index, occurrence: 0), range: range(span.range))
    }
  }

  /// What the line feed at a place is, after taking from the text what belongs to it.
  private func lineBreak(
    at place: Int, _ builder: inout TextBuilder, _ alignment: TextAlignment, _ index: Int
  ) -> Node.Kind {
    let bytes = content.bytes
    if index > 0, alignment.isPlain[index - 1], alignment.places[index - 1] == place - 1,
      bytes[place - 1] == Byte.backslash
    {
      builder.removeLast()
      return .lineBreak
    }
    while builder.bytes.last?.isSpace == true, bytes[builder.end - 1].isSpace {
      builder.removeLast()
    }
    let isHard = place > 1 && bytes[place - 1] == Byte.space && bytes[place - 2] == Byte.space
    return isHard ? .lineBreak : .softBreak
  }

  private func breakRange(_ place: Int) -> SourceRange {
    let start = content.end(place, in: source)
    return SourceRange(start: start, end: start)
  }

  /// A run of tildes, with what it may do by the rules for left- and right-flanking runs.
  private func tildes(_ run: Range<Int>) -> InlineItem {
    let (before, after) = (scalar(before: run.lowerBound), scalar(after: run.upperBound))
    let isLeft =
      !after.isSpaceOfMarkdown
      && (!after.isPunctuationOfMarkdown || before.isSpaceOfMarkdown
        || before.isPunctuationOfMarkdown)
    let isRight =
      !before.isSpaceOfMarkdown
      && (!before.isPunctuationOfMarkdown || after.isSpaceOfMarkdown
        || after.isPunctuationOfMarkdown)
    return .tildes(
      count: run.count, range: range(run), canOpen: isLeft && run.count <= 2,
      canClose: isRight && run.count <= 2)
  }

  private func scalar(before index: Int) -> Unicode.Scalar {
    let start = max(0, index - 4)
    return String(decoding: content.bytes[start..<index], as: UTF8.self).unicodeScalars.last ?? "\n"
  }

  private func scalar(after index: Int) -> Unicode.Scalar {
    let end = min(content.bytes.count, index + 4)
    return String(decoding: content.bytes[index..<end], as: UTF8.self).unicodeScalars.first ?? "\n"
  }
}
