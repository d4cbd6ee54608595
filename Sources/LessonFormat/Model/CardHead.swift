/// What a card says of itself: `topic: momentum, difficulty: 2, id: lookahead`.
struct CardHead {
  var topic: String?
  var difficulty: String?
  var id: String?
  /// What else stands there.
  var stray = ""

  /// Reads a line. The fields stand in any order; a comma or a semicolon may stand between them.
  init(_ line: String) {
    let keys: [(key: String, field: WritableKeyPath<CardHead, String?>)] = [
      ("topic:", \.topic), ("difficulty:", \.difficulty), ("id:", \.id),
    ]
    let lowercased = line.lowercased()
    let found = keys.compactMap { key, field in
      lowercased.ranges(of: key).first { range in
        // `pyramid:` is no `id:`.
        !(lowercased[..<range.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false)
      }.map { range in
        // Offsets in UTF-8 are those of the line as written: the keys are ASCII.
        (
          start: lowercased.utf8.distance(from: lowercased.startIndex, to: range.lowerBound),
          end: lowercased.utf8.distance(from: lowercased.startIndex, to: range.upperBound),
          field: field
        )
      }
    }.sorted { $0.start < $1.start }
    let bytes = Array(line.utf8)
    guard lowercased.utf8.count == bytes.count else {
      stray = line
      return
    }
    func text(_ range: Range<Int>) -> String {
      var text = Substring(String(decoding: bytes[range], as: UTF8.self))
      let isEdge = { (character: Character) in character.isWhitespace || ",;".contains(character) }
      while text.first.map(isEdge) ?? false { text.removeFirst() }
      while text.last.map(isEdge) ?? false { text.removeLast() }
      return String(text)
    }
    stray = text(0..<(found.first?.start ?? bytes.count))
    for (place, field) in found.enumerated() {
      let end = place + 1 < found.count ? found[place + 1].start : bytes.count
      self[keyPath: field.field] = text(field.end..<end)
    }
  }

  /// Whether a line looks like one that says it, whole or in part.
  static func isHead(_ line: String) -> Bool {
    let line = line.lowercased().trimmingBlanks
    return ["topic:", "difficulty:", "id:"].contains(where: line.hasPrefix)
  }
}
