import CCommonMark

/// Reads block structure through libcmark, and collects the inline content with its places.
struct BlockReader {
  let source: MarkdownSource
  let lines: [BlockLine]
  /// Whether GitHub's additions are read.
  let isExtended: Bool
  /// The `$$` blocks: from the index of the first line to that after the last.
  var mathBlocks: [Int: Int]
  /// The inline contents, in document order.
  var contents: [InlineContent] = []
  /// How many cells may still be added to rows of tables that have too few. As many as all rows lack
  /// would grow with the square of a file in which many rows follow a wide head.
  var emptyCells: Int

  /// Containers nested deeper than this become text: no stack is endless.
  static let maximumDepth = 100

  init(
    source: MarkdownSource, lines: [BlockLine], isExtended: Bool, mathBlocks: [Int: Int] = [:],
    contents: [InlineContent] = []
  ) {
    self.source = source
    self.lines = lines
    self.isExtended = isExtended
    self.mathBlocks = mathBlocks
    self.contents = contents
    emptyCells = 20_000 + 2 * source.bytes.count
  }

  mutating func read() -> [BlockDraft] {
    let tree = CMarkTree(parsing: Self.text(of: lines))
    return blocks(in: tree.root, containers: [])
  }

  /// The lines as libcmark gets them.
  static func text(of lines: [BlockLine]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for line in lines {
      if let mask = line.mask { text += mask } else { text += line.bytes }
      text.append(Byte.lineFeed)
    }
    return text
  }

  /// Whether a text may hold a link reference definition.
  static func mayDefineLinks(_ text: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if last == Byte.closeBracket, byte == Byte.colon { return true }
      last = byte
    }
    return false
  }

  // MARK: - Blocks

  private mutating func blocks(in parent: CMarkNode, containers: [Container]) -> [BlockDraft] {
    var drafts: [BlockDraft] = []
    for node in parent.children {
      drafts += blocks(for: node, containers: containers)
    }
    return drafts
  }

  private mutating func blocks(for node: CMarkNode, containers: [Container]) -> [BlockDraft] {
    guard containers.count < Self.maximumDepth else { return [flattened(node)] }
    switch node.type {
    case CMARK_NODE_PARAGRAPH:
      let lines = proseLines(from: node.startLine, through: node.endLine, node, containers)
      return paragraphs(lines)
    case CMARK_NODE_HEADING:
      return headings(node, containers)
    case CMARK_NODE_THEMATIC_BREAK:
      return [BlockDraft(kind: .thematicBreak, range: lineRange(node, through: node.startLine))]
    case CMARK_NODE_CODE_BLOCK:
      return [codeBlock(node, containers)]
    case CMARK_NODE_HTML_BLOCK:
      let literal = node.literal
      let last = node.startLine + max(0, literal.utf8.count { $0 == Byte.lineFeed } - 1)
      return [BlockDraft(kind: .htmlBlock(literal), range: lineRange(node, through: last))]
    case CMARK_NODE_BLOCK_QUOTE:
      return [blockQuote(node, containers)]
    case CMARK_NODE_LIST:
      return [list(node, containers)]
    default:
      return []
    }
  }

  private mutating func blockQuote(_ node: CMarkNode, _ containers: [Container]) -> BlockDraft {
    let marker = place(line: node.startLine, byte: node.startByte)
    let container = Container.quote(
      line: node.startLine, at: marker, in: lines[node.startLine].bytes)
    let children = blocks(in: node, containers: containers + [container])
    let quote = BlockDraft(
      kind: .blockQuote, range: enclosing(children, of: node), children: children)
    return isExtended ? alert(from: quote) ?? quote : quote
  }

  private mutating func list(_ node: CMarkNode, _ containers: [Container]) -> BlockDraft {
    var items: [BlockDraft] = []
    for item in node.children {
      let bytes = lines[item.startLine].bytes
      let container = Container.item(
        line: item.startLine, at: place(line: item.startLine, byte: item.startByte),
        parent: contentStart(in: item.startLine, containers).cursor, in: bytes)
      let children = blocks(in: item, containers: containers + [container])
      var draft = BlockDraft(
        kind: .item(task: nil), range: enclosing(children, of: item), children: children)
      if isExtended { readTask(&draft) }
      items.append(draft)
    }
    return BlockDraft(kind: .list(node.list), range: enclosing(items, of: node), children: items)
  }

  private func codeBlock(_ node: CMarkNode, _ containers: [Container]) -> BlockDraft {
    let literal = node.literal
    let count = literal.utf8.count { $0 == Byte.lineFeed }
    let start = node.startLine
    guard isFenced(node, containers) else {
      let fence = Node.CodeFence(
        info: "", literal: literal, firstLine: lines[start].number + 1, isClosed: true)
      return BlockDraft(
        kind: .codeBlock(fence), range: lineRange(node, through: start + max(0, count - 1)))
    }
    let last = start + count + 1
    let isClosed = isClosingFence(line: last, of: node, containers)
    let range = lineRange(node, through: isClosed ? last : min(last - 1, lines.count - 1))
    if isExtended, node.info.lowercased() == "math" {
      return BlockDraft(kind: .mathBlock(literal), range: range)
    }
    let fence = Node.CodeFence(
      info: node.info, literal: withoutTabs(literal, before: node, containers),
      firstLine: lines[start].number + 2, isClosed: isClosed)
    return BlockDraft(kind: .codeBlock(fence), range: range)
  }

  /// The code of a fence that a tab indents. libcmark takes as many blanks from each line as bytes
  /// stand before the fence, where these are fewer than the columns that they fill.
  private func withoutTabs(
    _ literal: String, before node: CMarkNode, _ containers: [Container]
  ) -> String {
    let cursor = contentStart(in: node.startLine, containers).cursor
    let first = cursor.firstNonblank(in: lines[node.startLine].bytes)
    let missed = (first.column - cursor.column) - (first.offset - cursor.offset)
    guard missed > 0 else { return literal }
    var code: [UInt8] = []
    var taken = 0
    for byte in literal.utf8 {
      if byte == Byte.space, taken < missed {
        taken += 1
        continue
      }
      taken = byte == Byte.lineFeed ? 0 : missed
      code.append(byte)
    }
    return String(decoding: code, as: UTF8.self)
  }

  /// Whether a code block has fences, which libcmark does not tell: an indented one may start
  /// with the same characters, but has four columns of blanks before them.
  private func isFenced(_ node: CMarkNode, _ containers: [Container]) -> Bool {
    let text = lines[node.startLine].bytes.dropFirst(node.startByte)
    guard let mark = text.first, mark == Byte.backtick || mark == Byte.tilde,
      text.prefix(while: { $0 == mark }).count >= 3
    else { return false }
    let start = place(line: node.startLine, byte: node.startByte)
    return start.column - contentStart(in: node.startLine, containers).cursor.column < 4
  }

  private func isClosingFence(line: Int, of node: CMarkNode, _ containers: [Container]) -> Bool {
    guard line < lines.count else { return false }
    let opening = lines[node.startLine].bytes.dropFirst(node.startByte)
    guard let mark = opening.first else { return false }
    let (cursor, isInside) = contentStart(in: line, containers)
    let text = lines[line].bytes
    let first = cursor.firstNonblank(in: text)
    guard isInside, first.column - cursor.column <= 3 else { return false }
    let rest = text.dropFirst(first.offset)
    let closing = rest.prefix { $0 == mark }
    return closing.count >= opening.prefix { $0 == mark }.count
      && rest.dropFirst(closing.count).allSatisfy(\.isBlank)
  }

  private mutating func headings(_ node: CMarkNode, _ containers: [Container]) -> [BlockDraft] {
    let kind = Node.Kind.heading(level: node.headingLevel, id: "")
    let line = lines[node.startLine]
    let text = line.bytes.dropFirst(node.startByte)
    let marks = text.prefix { $0 == Byte.hash }.count
    if marks == 0 || marks > 6 || text.dropFirst(marks).first?.isBlank == false {
      return setextHeadings(node, containers)
    }
    // `# text ##`: libcmark drops the last run of hashes when a blank comes before it.
    var content = text.dropFirst(marks).drop(while: \.isBlank)
    func trim() { while content.last?.isSpace == true { content.removeLast() } }
    trim()
    let body = content.reversed().drop { $0 == Byte.hash }
    if body.count < content.count, body.first?.isBlank ?? true {
      content = content.prefix(body.count)
      trim()
    }
    var inline = InlineContent()
    inline.append(
      content, line: line.number, byte: line.byte + content.startIndex - line.bytes.startIndex)
    return [
      BlockDraft(
        kind: kind, range: lineRange(node, through: node.startLine), content: add(inline))
    ]
  }

  private mutating func setextHeadings(
    _ node: CMarkNode, _ containers: [Container]
  ) -> [BlockDraft] {
    // libcmark says that the heading ends on the line after the underline, or on it.
    for line in (node.startLine + 1)..<max(node.startLine + 2, min(node.endLine + 1, lines.count)) {
      guard let start = underlineStart(line, containers) else { continue }
      let prose = proseLines(from: node.startLine, through: line - 1, node, containers)
      if prose.isEmpty { continue }
      let underline = ProseLine(line: line, start: start, isLazy: false)
      return paragraphs(prose, underline: underline, level: node.headingLevel)
    }
    return []
  }

  /// Where a line's setext underline starts, if it is one.
  private func underlineStart(_ line: Int, _ containers: [Container]) -> Int? {
    let (cursor, isInside) = contentStart(in: line, containers)
    let first = cursor.firstNonblank(in: lines[line].bytes)
    guard isInside, first.column - cursor.column <= 3 else { return nil }
    let text = lines[line].bytes.dropFirst(first.offset)
    guard let mark = text.first, mark == Byte.hyphen || mark == UInt8(ascii: "=") else {
      return nil
    }
    return text.drop { $0 == mark }.allSatisfy(\.isBlank) ? first.offset : nil
  }

  /// Everything in a block that is nested too deep, as it stands in the file.
  private func flattened(_ node: CMarkNode) -> BlockDraft {
    let last = max(node.startLine, min(node.endLine, lines.count - 1))
    var text = lines[node.startLine].bytes.dropFirst(node.startByte)
    var parts = [String(decoding: text, as: UTF8.self)]
    for line in lines[(node.startLine + 1)..<(last + 1)] {
      text = line.bytes
      parts.append(String(decoding: text, as: UTF8.self))
    }
    let range = lineRange(node, through: last)
    let draft = BlockDraft(kind: .text(parts.joined(separator: "\n")), range: range)
    return BlockDraft(kind: .paragraph, range: range, children: [draft])
  }

  // MARK: - Places

  /// The place of a byte in a line.
  private func place(line: Int, byte: Int) -> LineCursor {
    var cursor = LineCursor()
    let bytes = lines[line].bytes
    while cursor.offset < byte, cursor.offset < bytes.count {
      cursor.column +=
        bytes[bytes.startIndex + cursor.offset] == Byte.tab ? 4 - cursor.column % 4 : 1
      cursor.offset += 1
    }
    return cursor
  }

  /// Where the content of a line starts, and whether the line has all containers' prefixes.
  func contentStart(
    in line: Int, _ containers: [Container]
  ) -> (cursor: LineCursor, isInside: Bool) {
    var cursor = LineCursor()
    for container in containers {
      if container.line == line {
        cursor = container.content
      } else if !container.match(&cursor, in: lines[line].bytes) {
        return (cursor, false)
      }
    }
    return (cursor, true)
  }

  private func proseLines(
    from first: Int, through last: Int, _ node: CMarkNode, _ containers: [Container]
  ) -> [ProseLine] {
    var result: [ProseLine] = []
    guard first <= last else { return result }
    for line in first...min(last, lines.count - 1) {
      if line == first {
        result.append(ProseLine(line: line, start: node.startByte, isLazy: false))
      } else {
        let (cursor, isInside) = contentStart(in: line, containers)
        // libcmark keeps the blanks of a lazy line; they show in a code span that spans lines.
        let start = isInside ? cursor.firstNonblank(in: lines[line].bytes).offset : cursor.offset
        result.append(ProseLine(line: line, start: start, isLazy: !isInside))
      }
    }
    // Definitions stay in no paragraph, though libcmark counts their lines to it.
    var length = LinkDefinitionScanner.length(in: inlineContent(result, trimmed: false).bytes)
    while let line = result.first, length > 0 {
      length -= bytes(of: line).count + 1
      result.removeFirst()
    }
    return result
  }

  func bytes(of line: ProseLine) -> ArraySlice<UInt8> {
    lines[line.line].bytes.dropFirst(line.start)
  }

  /// The text of lines, joined.
  func inlineContent(_ prose: [ProseLine], trimmed: Bool = true) -> InlineContent {
    var content = InlineContent()
    for (index, var line) in prose.enumerated() {
      if index > 0 {
        content.bytes.append(Byte.lineFeed)
      } else if trimmed {
        line.start += bytes(of: line).prefix(while: \.isBlank).count
      }
      content.append(
        bytes(of: line), line: lines[line.line].number, byte: lines[line.line].byte + line.start)
    }
    if trimmed { content.trimEnd() }
    return content
  }

  /// Takes a content up, and says where it is.
  mutating func add(_ content: InlineContent) -> Int {
    contents.append(content)
    return contents.count - 1
  }

  /// From the start of a node to the end of a line.
  func lineRange(_ node: CMarkNode, through last: Int) -> SourceRange {
    let first = lines[node.startLine]
    return SourceRange(
      start: source.position(line: first.number, byte: first.byte + node.startByte),
      end: endOfLine(last))
  }

  /// The position after the last byte of a line that is not blank.
  func endOfLine(_ index: Int) -> SourcePosition {
    let line = lines[max(0, min(index, lines.count - 1))]
    var count = line.bytes.count
    while count > 0, line.bytes[line.bytes.startIndex + count - 1].isBlank { count -= 1 }
    return source.position(line: line.number, byte: line.byte + count)
  }

  private func enclosing(_ children: [BlockDraft], of node: CMarkNode) -> SourceRange {
    var range = lineRange(node, through: node.startLine)
    if let end = children.last?.range.end { range.end = end }
    return range
  }
}
