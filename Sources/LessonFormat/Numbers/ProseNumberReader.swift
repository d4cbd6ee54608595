/// Walks through a lesson's text and finds the decimal numbers that a reader sees.
struct ProseNumberReader {
  private let file: SourceFile
  private var numbers: [ProseNumber] = []
  /// The line in which a number was looked for last.
  private var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  init(file: SourceFile) {
    self.file = file
  }

  /// The numbers that were found, in the order of the file.
  var sorted: [ProseNumber] { numbers.sorted { $0.position < $1.position } }

  // MARK: Text

  /// Reads what the page shows of the front matter.
  mutating func readFrontMatter(_ frontMatter: FrontMatter) {
    let shown =
      [frontMatter.title, frontMatter.summary] + frontMatter.objectives + frontMatter.sources
    let start = SourcePosition(line: 1, column: 1)
    let end = SourcePosition(line: max(1, frontMatter.lineCount), column: 1)
    for text in shown {
      var cursor = start
      for number in MarkdownLine.numbers(in: text).map(\.number) {
        let written = Array(number.text.unicodeScalars.drop { !$0.isDigit && $0 != "." })
        add(number, written: written[..<number.digits.count], from: &cursor, to: end)
      }
    }
  }

  /// Reads a node and all below it.
  mutating func read(_ node: Node) {
    switch node.kind {
    case .paragraph, .heading, .tableCell: read(line: node.children)
    case .mathBlock(let tex): add(tex, .formula, in: node.range)
    case .codeBlock(let fence): read(info: fence.info, of: node)
    case .htmlBlock(let html): read(html: html, from: node.range.start.line)
    default: for child in node.children { read(child) }
    }
  }

  /// Of the words of a fence, a reader sees why a block is skipped.
  private mutating func read(info: String, of node: Node) {
    guard case .block = node.meaning else { return }
    for word in InfoString(info).words where word.name == "skip" {
      let start = node.range.start
      let end = SourcePosition(line: start.line, column: start.column + info.count)
      add(word.value ?? "", in: SourceRange(start: start, end: end))
    }
  }

  /// Reads inlines as the one line of text that a reader sees: a word before a number, or a part of it,
  /// may stand in a node of its own.
  mutating func read(line nodes: [Node]) {
    var text = ReadText()
    collect(nodes, into: &text)
    add(text)
  }

  private mutating func collect(_ nodes: [Node], into text: inout ReadText) {
    for (place, node) in nodes.enumerated() {
      let next = place + 1 < nodes.count ? nodes[place + 1] : nil
      switch node.kind {
      case .text(let part): text.append(part, from: node.range)
      case .softBreak, .lineBreak: text.append(markup: " ")
      case .code(let code, _):
        read(code: code, node)
        append(object: code, node, before: next, to: &text)
      case .math(let tex, _):
        add(tex, .formula, in: node.range)
        append(object: tex, node, before: next, to: &text)
      case .image(_, let title):
        read(line: node.children)
        add(title, in: node.range)
        text.append(markup: ReadText.object)
      case .link(_, let title):
        collect(node.children, into: &text)
        add(title, in: node.range)
      case .htmlInline(let html):
        for case .tag(let name, let isEnd, let words) in HTMLScanner.pieces(of: html) {
          for word in words { add(word, in: node.range) }
          text.append(markup: Self.inlineTags[name].map { isEnd ? $0.end : $0.start } ?? "")
        }
      default: collect(node.children, into: &text)
      }
    }
  }

  /// Adds code or a formula: nothing that is read, unless its digits go on in the text beside it.
  private func append(object: String, _ node: Node, before next: Node?, to text: inout ReadText) {
    var after: [Unicode.Scalar] = []
    if case .text(let part)? = next?.kind { after = Array(part.unicodeScalars.prefix(2)) }
    let digit = after.first == "." ? after.last : after.first
    let goesOn = object.unicodeScalars.last?.isNumeral == true && digit?.isDigit == true
    let continues =
      text.scalars.last?.isNumeral == true && object.unicodeScalars.first?.isNumeral == true
    guard goesOn || continues else { return text.append(markup: ReadText.object) }
    text.append(object, from: node.range)
  }

  /// Of a claim only what is expected: the expression is code.
  private mutating func read(code: String, _ node: Node) {
    guard let sign = code.range(of: "≈", last: true), !code.contains("`") else {
      return add(code, in: node.range)
    }
    if case .claims = node.meaning { add(String(code[sign.upperBound...]), in: node.range) }
  }

  // MARK: HTML

  /// Tags within a line of text, and what a reader sees of them.
  private static let inlineTags: [String: (start: String, end: String)] = [
    "br": (" ", " "), "wbr": ("", ""), "sup": ("^{", "}"), "sub": ("_{", "}"), "a": ("", ""),
    "abbr": ("", ""), "b": ("", ""), "bdi": ("", ""), "cite": ("", ""), "code": ("", ""),
    "del": ("", ""), "dfn": ("", ""), "em": ("", ""), "i": ("", ""), "ins": ("", ""),
    "kbd": ("", ""), "mark": ("", ""), "q": ("", ""), "s": ("", ""), "samp": ("", ""),
    "small": ("", ""), "span": ("", ""), "strong": ("", ""), "time": ("", ""), "u": ("", ""),
    "var": ("", ""),
  ]

  private mutating func read(html: String, from first: Int) {
    var text = ReadText()
    var number = first
    for piece in HTMLScanner.pieces(of: html) {
      let range = SourceRange(
        start: SourcePosition(line: number, column: 1), end: SourcePosition(line: number, column: 1)
      )
      switch piece {
      case .text(let part): text.append(part, from: range)
      case .lineFeed:
        text.append(markup: " ")
        number += 1
      case .tag(let name, let isEnd, let words):
        for word in words { add(word, in: range) }
        if let tag = Self.inlineTags[name] {
          text.append(markup: isEnd ? tag.end : tag.start)
        } else {
          add(text)
          text = ReadText()
        }
      }
    }
    add(text)
  }

  // MARK: Numbers

  private mutating func add(
    _ text: String, _ notation: DecimalNumbers.Notation = .prose, in range: SourceRange
  ) {
    guard !text.isEmpty else { return }
    var read = ReadText()
    read.append(text, from: range)
    add(read, notation)
  }

  private mutating func add(_ text: ReadText, _ notation: DecimalNumbers.Notation = .prose) {
    guard text.scalars.contains(where: \.isDigit) else { return }
    var cursor = SourcePosition(line: 1, column: 1)
    for number in DecimalNumbers.find(in: text.scalars, notation) {
      guard let range = text.range(at: number.digits.lowerBound) else { continue }
      cursor = max(cursor, range.start)
      add(number, written: text.scalars[number.digits], from: &cursor, to: range.end)
    }
  }

  /// Adds a number whose digits stand somewhere between two places. The cursor moves behind it.
  private mutating func add(
    _ number: TextNumber, written digits: ArraySlice<Unicode.Scalar>,
    from cursor: inout SourcePosition, to end: SourcePosition
  ) {
    let position =
      place(of: digits, from: cursor, to: end)
      // What groups the digits may be written as an entity.
      ?? place(of: digits.prefix(while: \.isDigit), from: cursor, to: end) ?? cursor
    cursor = SourcePosition(line: position.line, column: position.column + digits.count)
    numbers.append(
      ProseNumber(number: number, position: number.sign == nil ? position : signed(position)))
  }

  /// Further than this no number is looked for behind the one before, so that the time is bounded.
  private static let furthest = 1 << 16

  /// Where digits are written, from a place on.
  private mutating func place(
    of digits: ArraySlice<Unicode.Scalar>, from start: SourcePosition, to end: SourcePosition
  ) -> SourcePosition? {
    guard let first = digits.first else { return nil }
    for number in start.line...max(start.line, end.line) {
      // Most numbers stand in the line of the one before.
      if line.number != number {
        line = (number, Array(file.line(number).unicodeScalars))
      }
      var place = number == start.line ? start.column - 1 : 0
      let last = min(line.scalars.count, place + Self.furthest) - digits.count
      while place <= last {
        if line.scalars[place] == first,
          line.scalars[place..<place + digits.count].elementsEqual(digits),
          standsAlone(place..<place + digits.count)
        {
          return SourcePosition(line: number, column: place + 1)
        }
        place += 1
      }
    }
    return nil
  }

  /// Whether digits of the line are no part of longer ones.
  private func standsAlone(_ place: Range<Int>) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      line.scalars.indices.contains(index) && line.scalars[index].isDigit
    }
    let after = place.upperBound
    let goesOn = after < line.scalars.count && line.scalars[after] == "." && isDigit(after + 1)
    return !isDigit(place.lowerBound - 1) && !isDigit(after) && !goesOn
  }

  /// The place of the minus before the number at a place, if it is written there.
  private func signed(_ position: SourcePosition) -> SourcePosition {
    var place = position.column - 2
    while place >= 0, place < line.scalars.count,
      line.scalars[place].isBlank || "{}$€£¥".unicodeScalars.contains(line.scalars[place])
    {
      place -= 1
    }
    guard place >= 0, place < line.scalars.count, line.scalars[place].isMinus else {
      return position
    }
    return SourcePosition(line: position.line, column: place + 1)
  }
}
