/// The text around a check comment, as its author typed it.
package enum WrittenText {
  static func of(_ node: Node) -> String {
    switch node.kind {
    case .mathBlock(let text): text
    case .htmlInline: ""
    case .codeBlock(let fence): fence.literal
    case .text(let text), .code(let text, _), .math(let text, _): text
    case .softBreak, .lineBreak: " "
    case .tableCell: node.children.map(of).joined() + " "
    default: node.children.map(of).joined(separator: isBlock(node) ? " " : "")
    }
  }

  private static func isBlock(_ node: Node) -> Bool {
    switch node.kind {
    case .document, .blockQuote, .list, .item, .alert, .table, .tableRow: true
    default: false
    }
  }

  /// What of an expected value the text must hold: its numbers, and its words without quotes.
  static func numbers(in value: ExpectedValue) -> [String] {
    switch value {
    case .number(let number): [number.text]
    case .list(let values): values.flatMap(numbers)
    case .dictionary(let entries, _):
      entries.flatMap { numbers(in: $0.key) + numbers(in: $0.value) }
    case .anything: []
    case .text(let text), .string(let text): [text]
    }
  }

  /// The last place where the number stands in the text on its own: not as a part of a longer one, and
  /// not with the opposite sign. A true minus sign is one like any other.
  package static func lastPlace(of number: String, in text: String) -> Range<String.Index>? {
    let (bytes, offsets) = withPlainSigns(text)
    let needle = withPlainSigns(number).bytes
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    let start = (0...(bytes.count - needle.count)).last { start in
      // Many a number is looked for in a long text: most places are told by their first byte.
      bytes[start] == first && bytes[start..<start + needle.count].elementsEqual(needle)
        && standsAlone(start..<start + needle.count, in: bytes)
    }
    guard let start else { return nil }
    let (lower, upper) = (
      offsets?[start] ?? start, offsets?[start + needle.count] ?? start + needle.count
    )
    return text.utf8.index(
      text.startIndex, offsetBy: lower)..<text.utf8.index(
        text.startIndex, offsetBy: upper)
  }

  private static func standsAlone(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    let byte = { (index: Int) -> UInt8 in bytes.indices.contains(index) ? bytes[index] : 32 }
    let before = byte(place.lowerBound - 1)
    let after = byte(place.upperBound)
    if before.isDigit || before == 46 || after.isDigit { return false }
    if after == 46 && byte(place.upperBound + 1).isDigit { return false }
    return before != 45 || isOperand(byte(place.lowerBound - 2))
  }

  /// The text's bytes with a hyphen for each true minus sign, and the offset in the text of each of
  /// them and of the end; nil where they are its own.
  private static func withPlainSigns(_ text: String) -> (bytes: [UInt8], offsets: [Int]?) {
    let written = Array(text.utf8)
    guard written.contains(0xE2) else { return (written, nil) }
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    var offset = 0
    while offset < written.count {
      let isMinus = written[offset] == 0xE2 && written[offset...].starts(with: [0xE2, 0x88, 0x92])
      bytes.append(isMinus ? 45 : written[offset])
      offsets.append(offset)
      offset += isMinus ? 3 : 1
    }
    return (bytes, offsets + [offset])
  }

  /// Whether a minus after this byte subtracts, rather than being a sign.
  private static func isOperand(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || [41, 93, 125].contains(byte)
  }
}
