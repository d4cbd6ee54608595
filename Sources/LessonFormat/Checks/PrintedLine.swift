/// A line of printed text, as numbers and what stands between them.
enum PrintedLine {
  enum Piece: Hashable {
    case text(String)
    case number(WrittenNumber)
  }

  /// A number stands alone: `w1`, `1.2.3`, `0x1F` and `007` are text.
  static func pieces(of line: String) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var scanner = NumberScanner(Array(line.utf8))
    while !scanner.isAtEnd {
      let start = scanner.index
      let before = start > 0 ? scanner.bytes[start - 1] : 32
      if !isWordOrPoint(before), let number = scanner.scan() {
        let after = scanner.isAtEnd ? 32 : scanner.bytes[scanner.index]
        let beyond = scanner.index + 1 < scanner.bytes.count ? scanner.bytes[scanner.index + 1] : 32
        let endsHere = !after.isWord && !(after == 46 && beyond.isDigit)
        if endsHere, !hasNeedlessZero(number.text) {
          if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
          text = []
          pieces.append(.number(number))
          continue
        }
        text += scanner.bytes[start..<scanner.index]
        continue
      }
      text.append(scanner.bytes[scanner.index])
      scanner.index += 1
    }
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
    return pieces
  }

  private static func hasNeedlessZero(_ number: String) -> Bool {
    let digits = number.unicodeScalars.drop { "+-−".unicodeScalars.contains($0) }
    return digits.first == "0" && digits.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
  }

  private static func isWordOrPoint(_ byte: UInt8) -> Bool { byte.isWord || byte == 46 }
}
