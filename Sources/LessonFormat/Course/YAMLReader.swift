import CYAML

/// Reads a YAML document through libyaml.
///
/// What course files have no use for is refused: anchors and aliases (with which a short file can
/// stand for a huge one), several documents, keys that are not text.
struct YAMLReader {
  /// The line of the file on which the text starts.
  private let firstLine: Int
  private let lineStarts: [Int]
  private let scalars: [Unicode.Scalar]
  /// On the heap: libyaml keeps the parser's own address in it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var depth = 0
  private static let maximumDepth = 32

  /// The document's value; nil when nothing is written.
  static func read(_ text: String, firstLine: Int = 1) throws(YAMLError) -> YAMLNode? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    var reader = YAMLReader(
      firstLine: firstLine, lineStarts: lineStarts(in: text), scalars: Array(text.unicodeScalars),
      parser: parser)
    return try reader.read(Array(text.utf8))
  }

  private init(
    firstLine: Int, lineStarts: [Int], scalars: [Unicode.Scalar],
    parser: UnsafeMutablePointer<yaml_parser_t>
  ) {
    self.firstLine = firstLine
    self.lineStarts = lineStarts
    self.scalars = scalars
    self.parser = parser
  }

  private mutating func read(_ text: [UInt8]) throws(YAMLError) -> YAMLNode? {
    guard yaml_parser_initialize(parser) == 1 else { fatalError("libyaml found no memory") }
    defer { yaml_parser_delete(parser) }
    // The bytes must stay where they are as long as the parser reads them.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count + 1)
    defer { bytes.deallocate() }
    _ = bytes.initialize(fromContentsOf: text + [0])
    yaml_parser_set_input_string(parser, bytes.baseAddress, text.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)

    var value: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_END_EVENT: return value
      case YAML_DOCUMENT_START_EVENT where value != nil:
        throw YAMLError(position: event.position, cause: .secondDocument)
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: break
      default: value = try node(from: event)
      }
    }
  }

  /// What is kept of one of libyaml's events.
  private struct Event {
    var kind: yaml_event_type_t
    var position: SourcePosition
    var text = ""
    var isPlain = false
    var isAnchored = false
  }

  private mutating func next() throws(YAMLError) -> Event {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw problem() }
    defer { yaml_event_delete(&raw) }
    var event = Event(kind: raw.type, position: position(raw.start_mark))
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      event.text = String(decoding: bytes, as: UTF8.self)
      event.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      event.isAnchored = scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT: event.isAnchored = raw.data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT: event.isAnchored = raw.data.mapping_start.anchor != nil
    case YAML_ALIAS_EVENT: event.isAnchored = true
    default: break
    }
    if event.isAnchored {
      throw YAMLError(
        position: event.position, cause: raw.type == YAML_ALIAS_EVENT ? .alias : .anchor)
    }
    return event
  }

  private mutating func node(from event: Event) throws(YAMLError) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw YAMLError(position: event.position, cause: .nestedTooDeep)
    }
    switch event.kind {
    case YAML_SEQUENCE_START_EVENT:
      return YAMLNode(content: .sequence(try sequence()), position: event.position)
    case YAML_MAPPING_START_EVENT:
      return YAMLNode(content: .mapping(try mapping()), position: event.position)
    default:
      return YAMLNode(
        content: .scalar(event.text, isPlain: event.isPlain), position: event.position)
    }
  }

  private mutating func sequence() throws(YAMLError) -> [YAMLNode] {
    var values: [YAMLNode] = []
    while true {
      let event = try next()
      if event.kind == YAML_SEQUENCE_END_EVENT { return values }
      values.append(try node(from: event))
    }
  }

  private mutating func mapping() throws(YAMLError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    while true {
      let key = try next()
      if key.kind == YAML_MAPPING_END_EVENT { return entries }
      guard key.kind == YAML_SCALAR_EVENT else {
        throw YAMLError(position: key.position, cause: .keyIsNotText)
      }
      if let first = entries.first(where: { $0.key == key.text }) {
        throw YAMLError(
          position: key.position,
          cause: .duplicateKey(key.text, firstLine: first.keyPosition.line))
      }
      let value = try node(from: try next())
      entries.append(YAMLNode.Entry(key: key.text, keyPosition: key.position, value: value))
    }
  }

  /// libyaml's own lines end at more characters than a file's do (U+0085, U+2028), so only the
  /// number of scalars before a mark is taken from it.
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    let index = Int(mark.index)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + firstLine, column: index - lineStarts[low] + 1)
  }

  /// The number of scalars before each line of a text.
  private static func lineStarts(in text: String) -> [Int] {
    var starts = [0]
    var count = 0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      count += 1
      if scalar == "\n", last == "\r" {
        starts[starts.count - 1] = count
      } else if scalar == "\n" || scalar == "\r" {
        starts.append(count)
      }
      last = scalar
    }
    return starts
  }

  /// What libyaml could not read. Its own words name what it expected; what an author did is told by
  /// what stands there.
  private func problem() -> YAMLError {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "it can't be read"
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    if parser.pointee.error == YAML_READER_ERROR {
      return YAMLError(position: position(parser.pointee.mark), cause: .syntax(words))
    }
    let (mark, opening) = (parser.pointee.problem_mark, parser.pointee.context_mark)
    let place = Int(mark.index)
    func error(_ cause: YAMLError.Cause, at mark: yaml_mark_t) -> YAMLError {
      YAMLError(position: position(mark), cause: cause)
    }
    if let tab = tabBefore(place) {
      return YAMLError(position: position(ofScalar: tab), cause: .tab)
    }
    let isAtEnd = scalars.dropFirst(place).allSatisfy { " \t\r\n".unicodeScalars.contains($0) }
    let bracket = bracketBefore(place, from: isAtEnd ? 0 : Int(opening.index))
    switch (words, context) {
    case ("found character that cannot start any token", _) where place < scalars.count:
      return error(.reservedSign(Character(scalars[place])), at: mark)
    case ("could not find expected ':'", _): return error(.missingColon, at: opening)
    case ("mapping values are not allowed in this context", _):
      if let line = lineWithoutColon(before: place) {
        return YAMLError(position: position(ofScalar: line), cause: .missingColon)
      }
      return error(isAfterAKey(place) ? .colonInValue : .indentation, at: mark)
    case (_, "while scanning a quoted scalar"):
      return error(.openQuote, at: opening)
    case ("found unknown escape character", _): return error(.unknownEscape, at: mark)
    case (_, "while parsing a block mapping"), (_, "while parsing a block collection"),
      ("did not find expected <document start>", _):
      return error(.indentation, at: mark)
    case ("did not find expected node content", _) where place < scalars.count && bracket == nil:
      return error(.missingValue, at: mark)
    default:
      if let bracket {
        return YAMLError(
          position: position(ofScalar: bracket), cause: .openBracket(Character(scalars[bracket])))
      }
      return error(.syntax(context.isEmpty ? words : "\(words), \(context)"), at: mark)
    }
  }

  /// A tab among the blanks that start the line of a place, or right before it.
  private func tabBefore(_ place: Int) -> Int? {
    let start = lineStarts.last { $0 <= min(place, scalars.count) } ?? 0
    let blanks = scalars[start...].prefix { $0 == " " || $0 == "\t" }
    return blanks.firstIndex(of: "\t")
  }

  /// The line before that of a place, when that starts with a key and this is text without one.
  private func lineWithoutColon(before place: Int) -> Int? {
    let starts = lineStarts.prefix { $0 <= min(place, scalars.count) }
    guard starts.count > 1, let start = starts.last, start < scalars.count,
      scalars[start] != " "
    else { return nil }
    let previous = starts[starts.count - 2]
    return scalars[previous..<start].contains(":") || scalars[previous] == " " ? nil : previous
  }

  /// Whether a key with its colon stands before a place on its line.
  private func isAfterAKey(_ place: Int) -> Bool {
    let start = lineStarts.last { $0 <= place } ?? 0
    let before = scalars[start..<min(place, scalars.count)]
    return zip(before, before.dropFirst()).contains { $0 == ":" && $1 == " " }
  }

  /// The last bracket before a place that nothing closes; quotes are not looked into.
  private func bracketBefore(_ place: Int, from start: Int) -> Int? {
    var open: [Int] = []
    for index in scalars.indices.prefix(min(place, scalars.count)) {
      switch scalars[index] {
      case "[", "{": open.append(index)
      case "]", "}": _ = open.popLast()
      default: break
      }
    }
    return open.last { $0 >= start }
  }

  private func position(ofScalar index: Int) -> SourcePosition {
    var mark = yaml_mark_t()
    mark.index = index
    return position(mark)
  }
}
