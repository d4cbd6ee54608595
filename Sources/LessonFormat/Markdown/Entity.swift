/// Entity and numeric character references.
enum Entity {
  /// The length of the reference at an offset and what it stands for; nil if there is none.
  static func read(_ source: [UInt8], at start: Int) -> (length: Int, decoded: [UInt8])? {
    var end = start + 1
    let limit = min(source.count, start + 40)
    while end < limit, source[end].isAlphanumeric || source[end] == Byte.hash { end += 1 }
    guard end < limit, source[end] == Byte.semicolon, end > start + 1 else { return nil }
    let reference = Array(source[start...end])
    let decoded = decode(reference)
    return decoded == reference ? nil : (reference.count, decoded)
  }

  /// libcmark has the table of HTML's entities; a document of one reference shows its entry.
  private static func decode(_ reference: [UInt8]) -> [UInt8] {
    let tree = CMarkTree(parsing: reference)
    guard let text = tree.root.firstChild?.firstChild else { return reference }
    return text.withLiteral { Array($0) }
  }
}
