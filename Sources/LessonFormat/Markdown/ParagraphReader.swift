import CCommonMark

/// What GitHub makes of a paragraph: `$$` blocks, tables, alerts and tasks.
extension BlockReader {
  /// The blocks that a paragraph's lines hold, or those over a setext underline.
  mutating func paragraphs(
    _ prose: [ProseLine], underline: ProseLine? = nil, level: Int = 0
  ) -> [BlockDraft] {
    var drafts: [BlockDraft] = []
    var rest = prose[...]
    if isExtended {
      while let block = rest.firstIndex(where: { mathBlocks[$0.line] != nil }),
        let endLine = mathBlocks[rest[block].line]
      {
        drafts += tablesAndProse(Array(rest[..<block]))
        let end = rest[block...].firstIndex { $0.line >= endLine } ?? rest.endIndex
        drafts.append(mathBlock(Array(rest[block..<end])))
        rest = rest[end...]
      }
    }
    if let underline { return drafts + headingOrTable(Array(rest), underline, level) }
    return drafts + tablesAndProse(Array(rest))
  }

  private func paragraph(_ draft: InlineContent, index: Int) -> BlockDraft {
    BlockDraft(
      kind: .paragraph, range: draft.range(0..<draft.bytes.count, in: source), content: index)
  }

  private mutating func paragraph(_ prose: [ProseLine]) -> BlockDraft {
    let content = inlineContent(prose)
    // In one expression the reader would be copied before the contents grow, and they with it.
    let index = add(content)
    return paragraph(content, index: index)
  }

  private func mathBlock(_ prose: [ProseLine]) -> BlockDraft {
    let content = inlineContent(prose)
    let body = content.bytes.dropFirst(2).dropLast(2)
    var text = String(decoding: body, as: UTF8.self)
    if text.first == "\n" { text.removeFirst() }
    if !text.isEmpty, text.last != "\n" { text += "\n" }
    return BlockDraft(
      kind: .mathBlock(text), range: content.range(0..<content.bytes.count, in: source))
  }

  /// Lines over a setext underline: a heading, unless a table ends there.
  private mutating func headingOrTable(
    _ prose: [ProseLine], _ underline: ProseLine, _ level: Int
  ) -> [BlockDraft] {
    if prose.isEmpty { return [paragraph([underline])] }
    let underlineContent = inlineContent([underline])
    let underlineRange = underlineContent.range(0..<underlineContent.bytes.count, in: source)
    guard tableStart(in: prose) != nil else {
      let content = inlineContent(prose)
      var range = content.range(0..<content.bytes.count, in: source)
      range.end = underlineRange.end
      return [
        BlockDraft(kind: .heading(level: level, id: ""), range: range, content: add(content))
      ]
    }
    if level == 2, underlineContent.bytes.count >= 3 {
      return tablesAndProse(prose) + [BlockDraft(kind: .thematicBreak, range: underlineRange)]
    }
    return tablesAndProse(prose + [underline])
  }

  private mutating func tablesAndProse(_ prose: [ProseLine]) -> [BlockDraft] {
    if prose.isEmpty { return [] }
    guard let (head, alignments) = tableStart(in: prose) else { return [paragraph(prose)] }
    var drafts: [BlockDraft] = []
    if head > 0 { drafts.append(paragraph(Array(prose[..<head]))) }
    var end = head + 2
    while end < prose.count, !prose[end].isLazy { end += 1 }
    drafts.append(table(prose[head], Array(prose[(head + 2)..<end]), alignments, prose[head + 1]))
    if end < prose.count { drafts += tablesAndProse(Array(prose[end...])) }
    return drafts
  }

  // MARK: - Tables

  /// The first line that a delimiter row of as many cells follows.
  ///
  /// Tables (extension) of the GitHub Flavored Markdown specification, section 4.10.
  private func tableStart(in prose: [ProseLine]) -> (head: Int, alignments: [Node.Alignment])? {
    guard isExtended, prose.count >= 2 else { return nil }
    for index in 1..<prose.count where !prose[index].isLazy {
      guard let alignments = TableRow.alignments(bytes(of: prose[index])) else { continue }
      if TableRow.cells(bytes(of: prose[index - 1])).count == alignments.count {
        return (index - 1, alignments)
      }
    }
    return nil
  }

  private mutating func table(
    _ head: ProseLine, _ body: [ProseLine], _ alignments: [Node.Alignment], _ delimiters: ProseLine
  ) -> BlockDraft {
    let rows = ([head] + body).map { tableRow($0, count: alignments.count) }
    var range = rows[0].range
    range.end = rows.count > 1 ? rows[rows.count - 1].range.end : endOfLine(delimiters.line)
    return BlockDraft(kind: .table(alignments: alignments), range: range, children: rows)
  }

  private mutating func tableRow(_ line: ProseLine, count: Int) -> BlockDraft {
    let text = bytes(of: line)
    let number = lines[line.line].number
    func byte(_ index: Int) -> Int {
      lines[line.line].byte + index - lines[line.line].bytes.startIndex
    }
    var cells: [BlockDraft] = []
    for cell in TableRow.cells(text).prefix(count) {
      var content = InlineContent()
      var start = cell.lowerBound
      for index in cell where text[index] == Byte.pipe && index > cell.lowerBound {
        // `\|` is a bar in the cell, even in a code span.
        content.append(text[start..<(index - 1)], line: number, byte: byte(start))
        start = index
      }
      content.append(text[start..<cell.upperBound], line: number, byte: byte(start))
      let range = SourceRange(
        start: source.position(line: number, byte: byte(cell.lowerBound)),
        end: source.position(line: number, byte: byte(cell.upperBound)))
      cells.append(BlockDraft(kind: .tableCell, range: range, content: add(content)))
    }
    let end = endOfLine(line.line)
    while cells.count < count, emptyCells > 0 {
      emptyCells -= 1
      cells.append(
        BlockDraft(kind: .tableCell, range: SourceRange(start: end, end: end)))
    }
    let range = SourceRange(
      start: source.position(line: number, byte: byte(text.startIndex)), end: end)
    return BlockDraft(kind: .tableRow, range: range, children: cells)
  }

  // MARK: - Alerts and tasks

  /// The quote as an alert, if its first line is a marker such as `[!NOTE]` and more follows.
  mutating func alert(from quote: BlockDraft) -> BlockDraft? {
    let quote = withRule(quote)
    guard let first = quote.children.first, first.kind == .paragraph, let index = first.content
    else { return nil }
    let line = contents[index].bytes.prefix { $0 != Byte.lineFeed }
    guard line.starts(with: [Byte.openBracket, Byte.exclamation]),
      let end = line.firstIndex(of: Byte.closeBracket)
    else { return nil }
    let name = String(decoding: line[2..<end], as: UTF8.self).lowercased()
    guard let alert = Node.Alert(rawValue: name) else { return nil }
    // A card has its topic and difficulty on the line of its marker.
    guard alert == .card || line[(end + 1)...].allSatisfy(\.isSpace) else { return nil }
    var result = quote
    result.kind = .alert(alert)
    if line.count == contents[index].bytes.count {
      guard quote.children.count > 1 else { return nil }
      result.children.removeFirst()
      contents[index] = InlineContent()
    } else {
      let blanks = contents[index].bytes.dropFirst(line.count + 1).prefix(while: \.isBlank).count
      contents[index].removeFirst(line.count + 1 + blanks)
      let length = contents[index].bytes.count
      result.children[0].range = contents[index].range(0..<length, in: source)
    }
    return result
  }

  /// A card's quote in which the rule below its question is one.
  ///
  /// Right below a line of text, CommonMark takes `---` for the underline of a heading. In a card,
  /// where a rule separates question and answer, no author means that.
  private func withRule(_ quote: BlockDraft) -> BlockDraft {
    guard let index = quote.children.first?.content,
      String(decoding: contents[index].bytes.prefix(7), as: UTF8.self).lowercased() == "[!card]",
      let place = quote.children.firstIndex(where: { $0.kind == .thematicBreak || isUnderlined($0) }
      ),
      isUnderlined(quote.children[place])
    else { return quote }
    var question = quote.children[place]
    let end = question.range.end
    let line = source.bytes[source.lines[end.line - 1]]
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
    let dashes = text.prefix(end.column - 1).reversed().prefix { $0 == "-" }.count
    let start = SourcePosition(line: end.line, column: end.column - dashes)
    question.kind = .paragraph
    if let content = question.content {
      question.range = contents[content].range(0..<contents[content].bytes.count, in: source)
    }
    let rule = BlockDraft(kind: .thematicBreak, range: SourceRange(start: start, end: end))
    var result = quote
    result.children.replaceSubrange(place...place, with: [question, rule])
    return result
  }

  /// Whether a block is a heading with a line of hyphens below it.
  private func isUnderlined(_ block: BlockDraft) -> Bool {
    if case .heading(2, _) = block.kind {
      block.range.start.line < block.range.end.line
    } else {
      false
    }
  }

  /// Takes the box of a task, `[ ]` or `[x]`, from the item's first paragraph.
  ///
  /// Task list items (extension), section 5.3 of the GitHub Flavored Markdown specification.
  mutating func readTask(_ item: inout BlockDraft) {
    guard let first = item.children.first, first.kind == .paragraph, let index = first.content
    else { return }
    let bytes = contents[index].bytes
    guard bytes.count > 4, bytes[0] == Byte.openBracket, bytes[2] == Byte.closeBracket,
      bytes[3].isSpace
    else { return }
    let isTicked = bytes[1] | 0x20 == UInt8(ascii: "x")
    guard isTicked || bytes[1] == Byte.space else { return }
    item.kind = .item(task: isTicked)
    contents[index].removeFirst(3 + bytes[3...].prefix(while: \.isSpace).count)
    let length = contents[index].bytes.count
    item.children[0].range = contents[index].range(0..<length, in: source)
  }
}
