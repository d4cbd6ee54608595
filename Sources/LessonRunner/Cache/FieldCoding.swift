/// Writes values as fields, each its length in UTF-8, a colon and its bytes: the form of the
/// cache's entries.
package struct FieldWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Writes text.
  package mutating func write(_ text: String) {
    bytes += Array("\(text.utf8.count):".utf8)
    bytes += Array(text.utf8)
  }

  /// Writes bytes.
  package mutating func write(_ content: [UInt8]) {
    bytes += Array("\(content.count):".utf8)
    bytes += content
  }

  /// Writes a whole number, in decimal.
  package mutating func write(_ number: Int) { write(String(number)) }

  /// Writes a whole number, or an empty field.
  package mutating func write(_ number: Int?) { write(number.map(String.init) ?? "") }

  /// Writes whether something holds, as 1 or 0.
  package mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  /// Writes the number of texts, and each.
  package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  /// Writes the number of entries, and each by `body`, in the order of their keys.
  package mutating func write<Key: Comparable, Value>(
    _ entries: [Key: Value], _ body: (inout FieldWriter, Key, Value) -> Void
  ) {
    write(entries.sorted { $0.key < $1.key }) { body(&$0, $1.key, $1.value) }
  }

  /// Writes the number of elements, and each by `body`.
  package mutating func write<Element>(
    _ elements: [Element], _ body: (inout FieldWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// Reads what a `FieldWriter` wrote.
package struct FieldReader {
  /// What was read was written by no writer, or in another order.
  package struct Malformed: Error {}

  private let bytes: [UInt8]
  private var index = 0
  /// The length of the code that places in an entry are in.
  var codeLength = Int.max
  /// How deep what is being read is nested.
  var depth = 0
  /// No entry that a reader of any has written is nested deeper; one that is would take the whole stack.
  static let deepest = 500

  /// Reads from the start of some bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether nothing is left.
  package var isAtEnd: Bool { index == bytes.count }

  /// Reads text. What is no UTF-8 is replaced.
  package mutating func text() throws(Malformed) -> String {
    String(decoding: try field(), as: UTF8.self)
  }

  /// Reads bytes.
  package mutating func content() throws(Malformed) -> [UInt8] { Array(try field()) }

  private mutating func field() throws(Malformed) -> ArraySlice<UInt8> {
    var length = 0
    while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57, length < 1 << 40 {
      length = length * 10 + Int(bytes[index] - 48)
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), index + 1 + length <= bytes.count
    else { throw Malformed() }
    defer { index += 1 + length }
    return bytes[index + 1..<index + 1 + length]
  }

  /// Reads a whole number.
  package mutating func number() throws(Malformed) -> Int {
    guard let number = Int(try text()) else { throw Malformed() }
    return number
  }

  /// Reads a whole number, or nil from an empty field.
  package mutating func optionalNumber() throws(Malformed) -> Int? {
    let text = try text()
    if text.isEmpty { return nil }
    guard let number = Int(text) else { throw Malformed() }
    return number
  }

  /// Reads whether something holds.
  package mutating func flag() throws(Malformed) -> Bool { try number() == 1 }

  /// Reads a number of texts, and each.
  package mutating func texts() throws(Malformed) -> [String] {
    try list { reader throws(Malformed) in try reader.text() }
  }

  /// Reads a number of entries, and each by `body`; of those with one key the last.
  package mutating func dictionary<Key: Hashable, Value>(
    _ body: (inout FieldReader) throws(Malformed) -> (Key, Value)
  ) throws(Malformed) -> [Key: Value] {
    Dictionary(try list(body), uniquingKeysWith: { $1 })
  }

  /// Reads a number of elements, and each by `body`.
  package mutating func list<Element>(
    _ body: (inout FieldReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try number()
    var elements: [Element] = []
    for _ in 0..<max(0, count) { elements.append(try body(&self)) }
    return elements
  }
}
