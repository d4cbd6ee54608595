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
    guard mayBe(in: text, notation) else { return [] }
    return find(in: Array(text.unicodeScalars), notation)
  }

  /// The decimal numbers among the scalars of a text, in order.
  static func find(in text: [Unicode.Scalar], _ notation: Notation) -> [TextNumber] {
    // Digits of other scripts and widths are read as what they say.
    let isPlain = text.allSatisfy { $0.value < 0x660 || $0.properties.numericType != .decimal }
    let plain = isPlain ? text : text.map(\.plainDigit)
    var scanner = DecimalNumberScanner(plain, notation)
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

  /// Whether a digit may stand behind a point somewhere in a text, with nothing that is seen between them.
  ///
  /// In TeX more goes unseen than can be told here, so that any digit behind a point counts.
  static func mayBe(in text: String, _ notation: Notation) -> Bool {
    var isBehindPoint = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        isBehindPoint = true
      } else if isBehindPoint {
        if byte.isDigit || byte >= 0x80 { return true }
        isBehindPoint = notation == .formula
      }
    }
    return false
  }
}
