import CCommonMark

/// Where each byte of a text node stands in the source: libcmark has resolved escapes and
/// entities in it.
struct TextAlignment {
  private let source: [UInt8]
  /// For each byte of the text, the offset where its source starts.
  private(set) var places: [Int] = []
  /// For each byte of the text, whether it stands in the source as it is, not escaped.
  private(set) var isPlain: [Bool] = []

  init(_ source: [UInt8]) { self.source = source }

  /// Walks the text and the source together, and leaves the cursor after the text.
  mutating func align(_ text: [UInt8], from cursor: inout Int) {
    places.removeAll(keepingCapacity: true)
    isPlain.removeAll(keepingCapacity: true)
    places.reserveCapacity(text.count)
    isPlain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard cursor < source.count else {
        assertionFailure("text beyond: \(source)")
        add(source.count, plain: false)
        index += 1
        continue
      }
      let byte = source[cursor]
      if byte == Byte.backslash, cursor + 1 < source.count, source[cursor + 1].isPunctuation {
        add(cursor, plain: false)
        cursor += 2
        index += 1
      } else if byte == Byte.ampersand, let (length, decoded) = Entity.read(source, at: cursor),
        text[index...].starts(with: decoded)
      {
        for _ in decoded { add(cursor, plain: false) }
        cursor += length
        index += decoded.count
      } else {
        assert(byte == text[index], "text is not at \(cursor) in: \(source)")
        add(cursor, plain: true)
        cursor += 1
        index += 1
      }
    }
  }

  private mutating func add(_ place: Int, plain: Bool) {
    places.append(place)
    isPlain.append(plain)
  }
}
