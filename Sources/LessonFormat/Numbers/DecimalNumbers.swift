/// Finds decimal numbers in a text.
enum DecimalNumbers {
  /// How a text is written.
  enum Notation {
    /// As people write, words around numbers.
    case prose
    /// TeX, where letters beside a number are variables and commands are no words.
    case formula
  }

  /// The decimal numbers in a text, in order.
  static func find(in text: String, _ notation: Notation = .prose) -> [TextNumber] {
    // Most texts hold no decimal number; taking them apart would be most of the work.
    guard mayBe(in: text) else { return [] }
    return find(in: Array(text.unicodeScalars), notation)
  }

  /// The decimal numbers among the scalars of a text, in order.
  static func find(in text: [Unicode.Scalar], _ notation: Notation) -> [TextNumber] {
    var scanner = DecimalNumberScanner(text, notation)
    return scanner.scan()
  }

  /// What an entry of `given` lets the text say: the number, or of one that is written as prose may
  /// write it (`12.5%`, `1,000.5`, `1.6GB`) what `find` finds in prose. nil for what is not a number.
  static func given(_ entry: String) -> [Double]? {
    if let number = WrittenNumber(entry) { return [number.value] }
    let found = find(in: entry)
    if found.count == 1, found[0].text == entry { return [found[0].value] }
    var plain = entry.filter { !",'’\u{A0}\u{2007}\u{2009}\u{202F}".contains($0) }
    if plain.last == "%" { plain.removeLast() }
    return WrittenNumber(plain) == nil ? nil : found.map(\.value)
  }

  /// Whether a digit stands behind a point, or one in braces, somewhere in a text.
  static func mayBe(in text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if last == UInt8(ascii: "."), byte >= 48, byte <= 57 { return true }
      if last != UInt8(ascii: ".") || byte != UInt8(ascii: "}") { last = byte }
    }
    return false
  }
}
