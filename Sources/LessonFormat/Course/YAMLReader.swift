import CYAML

/// Reads a YAML document through libyaml.
///
/// What course files have no use for is refused: anchors and aliases (with which a short file can
/// stand for a huge one), several documents, keys that are not text.
struct YAMLReader {
  /// The line of the file on which the text starts.
  private let firstLine: Int
  private let lineStarts: [Int]
  /// On the heap: libyaml keeps the parser's own address in it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var depth = 0
  private static let maximumDepth = 32

  /// The document's value; nil when nothing is written.
  static func read(_ text: String, firstLine: Int = 1) throws(YAMLError) -> YAMLNode? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    var reader = YAMLReader(
      firstLine: firstLine, lineStarts: lineStarts(in: text), parser: parser)
    return try reader.read(Array(text.utf8))
  }

  private init(
    firstLine: Int, lineStarts: [Int], parser: UnsafeMutablePointer<yaml_parser_t>
  ) {
    self.firstLine = firstLine
    self.lineStarts = lineStarts
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
      throw YAMLError(position: event.position, cause: .anchorOrAlias)
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
      if entries.contains(where: { $0.key == key.text }) {
        throw YAMLError(position: key.position, cause: .duplicateKey(key.text))
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

  private func problem() -> YAMLError {
    var message = parser.pointee.problem.map { String(cString: $0) } ?? "it can't be read"
    if parser.pointee.error == YAML_READER_ERROR {
      return YAMLError(position: position(parser.pointee.mark), cause: .syntax(message))
    }
    if let context = parser.pointee.context { message += ", " + String(cString: context) }
    return YAMLError(position: position(parser.pointee.problem_mark), cause: .syntax(message))
  }
}
