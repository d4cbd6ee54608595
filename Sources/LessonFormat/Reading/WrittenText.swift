/// The text around a check comment, as its author typed it.
enum WrittenText {
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

  static func numbers(in value: ExpectedValue) -> [String] {
    switch value {
    case .number(let number): [number.text]
    case .list(let values): values.flatMap(numbers)
    case .anything: []
    case .text(let text): [text]
    }
  }

  /// Whether the number stands in the text on its own: not as a part of a longer one, and not
  /// with the opposite sign.
  static func stands(_ number: String, in text: String) -> Bool {
    let haystack = Array(text.replacing("−", with: "-").utf8)
    let needle = Array(number.replacing("−", with: "-").utf8)
    guard !needle.isEmpty, haystack.count >= needle.count else { return false }
    for start in 0...(haystack.count - needle.count)
    where haystack[start..<start + needle.count].elementsEqual(needle) {
      let before = start > 0 ? haystack[start - 1] : 32
      let end = start + needle.count
      let after = end < haystack.count ? haystack[end] : 32
      let beyond = end + 1 < haystack.count ? haystack[end + 1] : 32
      let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
      if isDigit(before) || before == 46 || isDigit(after) { continue }
      if after == 46 && isDigit(beyond) { continue }
      if before == 45, start < 2 || !isOperand(haystack[start - 2]) { continue }
      return true
    }
    return false
  }

  /// Whether a minus after this byte subtracts, rather than being a sign.
  private static func isOperand(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
      || [41, 93, 125].contains(byte)
  }
}
