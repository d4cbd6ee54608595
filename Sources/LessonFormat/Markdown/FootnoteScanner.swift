/// Takes the definitions of footnotes, `[^label]: text`, out of a document's lines.
///
/// CommonMark would read some of them as link reference definitions. As on GitHub a definition
/// may interrupt a paragraph, its further paragraphs are indented by four columns, and lines
/// that go on with its last paragraph need no indentation.
struct FootnoteScanner {
  struct Definition {
    var label: String
    /// What labels are compared by.
    var key: String
    /// Where the definition starts: a line and an offset in it.
    var line: Int
    var byte: Int
    var lines: [BlockLine]
  }

  /// The lines, with those of definitions emptied.
  private(set) var lines: [BlockLine]
  private(set) var definitions: [Definition] = []
  private var keys: Set<String> = []

  init(_ lines: [BlockLine], outline: BlockOutline) {
    self.lines = lines
    var index = 0
    while index < lines.count {
      index = outline.isVerbatim[index] ? index + 1 : scan(index, outline)
    }
  }

  /// Whether a line could start a definition: cheap to ask before the outline is made.
  static func isNeeded(for lines: [BlockLine]) -> Bool {
    lines.contains { Self.marker(in: $0.bytes) != nil }
  }

  /// Labels are compared without regard to case.
  static func key(_ label: String) -> String { label.lowercased() }

  /// The label of a definition that starts in a line, and where its text does.
  private static func marker(
    in line: ArraySlice<UInt8>
  ) -> (label: ArraySlice<UInt8>, text: Int)? {
    let indent = line.prefix { $0 == Byte.space }.count
    guard indent <= 3 else { return nil }
    let rest = line.dropFirst(indent)
    guard rest.starts(with: [Byte.openBracket, Byte.caret]) else { return nil }
    let label = rest.dropFirst(2).prefix {
      !$0.isSpace && $0 != Byte.closeBracket && $0 != Byte.openBracket
    }
    guard !label.isEmpty, label.endIndex + 1 < rest.endIndex,
      rest[label.endIndex] == Byte.closeBracket, rest[label.endIndex + 1] == Byte.colon
    else { return nil }
    return (label, label.endIndex + 2)
  }

  private mutating func scan(_ first: Int, _ outline: BlockOutline) -> Int {
    let line = lines[first]
    guard let marker = Self.marker(in: line.bytes) else { return first + 1 }
    let label = String(decoding: marker.label, as: UTF8.self)
    let indent = line.bytes.prefix { $0 == Byte.space }.count
    var definition = Definition(
      label: label, key: Self.key(label), line: line.number, byte: line.byte + indent,
      lines: [line.dropping(marker.text - line.bytes.startIndex).droppingBlanks()])
    var blanks: [BlockLine] = []
    var next = first + 1
    while next < lines.count {
      let line = lines[next]
      if line.bytes.allSatisfy(\.isBlank) {
        blanks.append(line.dropping(line.bytes.count))
      } else if let rest = line.droppingIndent(of: 4) {
        definition.lines += blanks + [rest]
        blanks = []
      } else if blanks.isEmpty, Self.marker(in: line.bytes) == nil, outline.paragraph[next] != 0,
        outline.paragraph[next] == outline.paragraph[next - 1]
      {
        definition.lines.append(line)
      } else {
        break
      }
      next += 1
    }
    let end = next - blanks.count
    for index in first..<end { lines[index] = lines[index].dropping(lines[index].bytes.count) }
    if keys.insert(definition.key).inserted { definitions.append(definition) }
    return end
  }
}

extension BlockLine {
  /// The line without its first bytes.
  func dropping(_ count: Int) -> BlockLine {
    BlockLine(number: number, byte: byte + count, bytes: bytes.dropFirst(count))
  }

  func droppingBlanks() -> BlockLine { dropping(bytes.prefix(while: \.isBlank).count) }

  /// The line without so many columns of blanks; nil if it has fewer.
  func droppingIndent(of columns: Int) -> BlockLine? {
    var cursor = LineCursor()
    guard cursor.firstNonblank(in: bytes).column >= columns else { return nil }
    cursor.advance(columns: columns, in: bytes)
    return dropping(cursor.offset)
  }
}
