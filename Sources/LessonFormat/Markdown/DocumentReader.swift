/// Reads one document, from its lines to its tree.
struct DocumentReader {
  let source: MarkdownSource
  let isExtended: Bool
  /// What link reference definitions are read from.
  private var texts: [[UInt8]] = []
  private var definitions: [FootnoteScanner.Definition] = []
  private var inlines: [[Node]] = []
  private(set) var unusedFootnotes: [UnusedFootnote] = []

  init(source: MarkdownSource, isExtended: Bool) {
    self.source = source
    self.isExtended = isExtended
  }

  mutating func read(firstLine: Int) -> Node {
    var lines: [BlockLine] = []
    for number in max(0, firstLine - 1)..<max(firstLine - 1, source.lines.count, 0) {
      lines.append(BlockLine(number: number, byte: 0, bytes: source.bytes[source.lines[number]]))
    }
    var outline: BlockOutline?
    if isExtended, FootnoteScanner.isNeeded(for: lines) {
      let made = BlockOutline(lines)
      let scanner = FootnoteScanner(lines, outline: made)
      lines = scanner.lines
      definitions = scanner.definitions
      outline = made
    }
    var contents: [InlineContent] = []
    let blocks = readBlocks(lines, outline: outline, into: &contents)
    let footnotes = definitions.map { readBlocks($0.lines, into: &contents) }
    inlines = readInlines(contents)
    texts = []

    var children = nodes(blocks)
    let numbered = FootnoteNumbering.apply(
      to: &children, definitions: definitions, bodies: footnotes.map { nodes($0) }, source: source)
    children += numbered.used
    unusedFootnotes = numbered.unused
    HeadingAnchors.assign(in: &children)
    let last = source.lines.count - 1
    let end = source.position(line: max(0, last), byte: last < 0 ? 0 : source.lines[last].count)
    // Nothing may follow the front matter, not even a line.
    let start =
      firstLine - 1 > last ? end : source.position(line: max(0, firstLine - 1), byte: 0)
    return Node(.document, range: SourceRange(start: start, end: end), children: children)
  }

  private mutating func readBlocks(
    _ lines: [BlockLine], outline: BlockOutline? = nil, into contents: inout [InlineContent]
  ) -> [BlockDraft] {
    var math: MathBlockScanner?
    if isExtended, MathBlockScanner.isNeeded(for: lines) {
      math = MathBlockScanner(lines, outline: outline ?? BlockOutline(lines))
    }
    var reader = BlockReader(
      source: source, lines: math?.lines ?? lines, isExtended: isExtended,
      mathBlocks: math?.blocks ?? [:], contents: contents)
    let blocks = reader.read()
    contents = reader.contents
    let text = BlockReader.text(of: reader.lines)
    if BlockReader.mayDefineLinks(text) { texts.append(text) }
    return blocks
  }

  // MARK: - Inlines

  private func readInlines(_ contents: consuming [InlineContent]) -> [[Node]] {
    var contents = contents
    var result: [[Node]] = Array(repeating: [], count: contents.count)
    var keys: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() { keys[definition.key] = index }
    var spans = contents.map {
      isExtended ? OpaqueSpanScanner.spans(in: $0.bytes, footnotes: keys) : []
    }
    var pending = Array(contents.indices)
    while !pending.isEmpty {
      pending = readInlines(&contents, pending, &spans, into: &result)
    }
    return result
  }

  /// Reads contents, and returns those that must be read again with the spans that are left. Of a long file
  /// each is a large part of all memory: what has been read is given up.
  private func readInlines(
    _ contents: inout [InlineContent], _ indices: [Int], _ spans: inout [[OpaqueSpan]],
    into result: inout [[Node]]
  ) -> [Int] {
    var text: [UInt8] = []
    text.reserveCapacity(indices.reduce(0) { $0 + contents[$1].bytes.count + 5 })
    var masks: [[UInt8]] = []
    for index in indices {
      masks.append(InlineReader.mask(contents[index], spans: spans[index]))
      text += [Byte.hash, Byte.space]
      text += masks[masks.count - 1]
      text += [Byte.space, Byte.hash, Byte.lineFeed]
    }
    for definitions in texts {
      text.append(Byte.lineFeed)
      text += definitions
    }
    let tree = CMarkTree(parsing: text)
    text = []
    var again: [Int] = []
    for (place, index) in indices.enumerated() {
      guard let node = tree.root.firstChild else { break }
      defer { node.free() }
      var reader = InlineReader(
        source: source, content: contents[index], masked: masks[place], spans: spans[index],
        isExtended: isExtended)
      result[index] = reader.read(node)
      masks[place] = []
      if reader.rejected.isEmpty {
        contents[index] = InlineContent()
      } else {
        for span in reader.rejected.sorted().reversed() { spans[index].remove(at: span) }
        again.append(index)
      }
    }
    return again
  }

  /// The drafts with their inlines.
  private func nodes(_ drafts: [BlockDraft]) -> [Node] {
    drafts.map { draft in
      let children = draft.content.map { inlines[$0] } ?? nodes(draft.children)
      return Node(draft.kind, range: draft.range, children: children)
    }
  }
}
