/// Finds decimal numbers in a text.
enum DecimalNumbers {
  /// Words after which a decimal number is a name.
  private static let naming: Set = [
    "section", "sections", "sect.", "sec.", "§", "chapter", "chapters", "figure", "figures",
    "fig.", "table", "tables", "equation", "equations", "eq.", "eqn.", "theorem", "lemma",
    "algorithm", "appendix", "part", "version", "versions", "release", "v", "swift", "debian",
    "python", "commonmark", "katex", "macos", "numpy", "pytorch",
  ]

  /// The decimal numbers in a text, without signs, in order.
  static func find(in text: String) -> [WrittenNumber] {
    // Most texts hold no decimal number; taking them apart would be most of the work.
    guard hasPointBetweenDigits(text) else { return [] }
    var numbers: [WrittenNumber] = []
    var before = ""
    for piece in PrintedLine.pieces(of: text) {
      switch piece {
      case .text(let text): before += text
      case .number(let number):
        if number.text.contains("."), !isName(after: before) { numbers.append(number.unsigned) }
        before += number.text
      }
      // Only the word right before a number counts, and no address is as long as this.
      if before.utf8.count > 4000 { before = String(before.suffix(2000)) }
    }
    return numbers
  }

  /// What an entry of `given` lets the text say: the number, or of one that is written as prose may
  /// write it (`12.5%`, `1,000.5`) what `find` finds in prose. nil for what is not a number.
  static func given(_ entry: String) -> [WrittenNumber]? {
    if let number = WrittenNumber(entry) { return [number.unsigned] }
    var plain = entry.filter { $0 != "," && $0 != "\u{2009}" }
    if plain.last == "%" { plain.removeLast() }
    return WrittenNumber(plain) == nil ? nil : find(in: entry)
  }

  private static func hasPointBetweenDigits(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if last.1 == UInt8(ascii: "."), isDigit(last.0), isDigit(byte) { return true }
      last = (last.1, byte)
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isName(after text: String) -> Bool {
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return false }
    let start = text[...end].lastIndex(where: \.isWhitespace).map(text.index(after:))
    let word = text[(start ?? text.startIndex)...end]
    let isAttached = text.last.map { !$0.isWhitespace } ?? false
    let bare = word.drop { "([“\"".contains($0) }.lowercased()
    return naming.contains(bare) || (isAttached && bare.contains("://"))
  }
}

extension WrittenNumber {
  /// The number without its sign.
  var unsigned: WrittenNumber {
    let digits = text.drop { "+-−".contains($0) }
    return WrittenNumber(value: abs(value), halfUnit: halfUnit, text: String(digits))
  }
}
