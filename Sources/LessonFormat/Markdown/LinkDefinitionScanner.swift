/// Finds the link reference definitions at the start of a paragraph, as libcmark 0.30 does.
///
/// libcmark takes them out of the paragraph but leaves its first line where it was, so that the
/// text after them would seem to stand too high.
struct LinkDefinitionScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.last == Byte.lineFeed ? bytes : bytes + [Byte.lineFeed]
  }

  /// The number of bytes that definitions take at the start.
  static func length(in bytes: [UInt8]) -> Int {
    guard bytes.first == Byte.openBracket else { return 0 }
    var scanner = LinkDefinitionScanner(bytes)
    var length = 0
    while scanner.scanDefinition() { length = scanner.position }
    return min(length, bytes.count)
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func scanDefinition() -> Bool {
    let start = position
    guard byte(position) == Byte.openBracket, scanLabel(), byte(position) == Byte.colon else {
      position = start
      return false
    }
    position += 1
    skipBlanksAndLineFeed()
    guard scanDestination() else {
      position = start
      return false
    }
    let afterDestination = position
    skipBlanksAndLineFeed()
    var hasTitle = false
    if position > afterDestination, let end = titleEnd() {
      hasTitle = true
      position = end
    } else {
      position = afterDestination
    }
    if scanLineEnd() { return true }
    if hasTitle {
      position = afterDestination
      if scanLineEnd() { return true }
    }
    position = start
    return false
  }

  private mutating func scanLabel() -> Bool {
    let maximumLength = 1000
    position += 1
    let start = position
    var isBlank = true
    while let next = byte(position), next != Byte.openBracket, next != Byte.closeBracket {
      if !next.isSpace { isBlank = false }
      position += 1
      if next == Byte.backslash, byte(position)?.isPunctuation == true { position += 1 }
      if position - start > maximumLength { return false }
    }
    guard byte(position) == Byte.closeBracket, !isBlank else { return false }
    position += 1
    return true
  }

  private mutating func scanDestination() -> Bool {
    if byte(position) == Byte.less {
      var index = position + 1
      while let next = byte(index) {
        if next == Byte.greater { break }
        if next == Byte.lineFeed || next == Byte.less { return false }
        index += next == Byte.backslash ? 2 : 1
      }
      guard index + 1 < bytes.count else { return false }
      position = index + 1
      return true
    }
    var index = position
    var depth = 0
    while let next = byte(index) {
      if next == Byte.backslash, byte(index + 1)?.isPunctuation == true {
        index += 2
        continue
      }
      if next == Byte.openParenthesis {
        depth += 1
        if depth > 32 { return false }
      } else if next == Byte.closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      } else if next.isSpace {
        if index == position { return false }
        break
      }
      index += 1
    }
    guard index < bytes.count, depth == 0 else { return false }
    position = index
    return true
  }

  /// The end of a title that starts here: the longest match, as libcmark's scanner has it.
  private func titleEnd() -> Int? {
    guard let quote = byte(position) else { return nil }
    let close: UInt8
    switch quote {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = quote
    case Byte.openParenthesis: close = Byte.closeParenthesis
    default: return nil
    }
    var end: Int?
    var index = position + 1
    while let next = byte(index) {
      let isEscaped = bytes[index - 1] == Byte.backslash && index - 1 > position
      if next == close {
        end = index + 1
        if !isEscaped { break }
      } else if next == Byte.openParenthesis, quote == next, !isEscaped {
        break
      }
      index += 1
    }
    return end
  }

  private mutating func skipBlanks() {
    while byte(position)?.isBlank == true { position += 1 }
  }

  private mutating func skipBlanksAndLineFeed() {
    skipBlanks()
    if byte(position) == Byte.lineFeed { position += 1 }
    skipBlanks()
  }

  private mutating func scanLineEnd() -> Bool {
    skipBlanks()
    if position >= bytes.count { return true }
    guard byte(position) == Byte.lineFeed else { return false }
    position += 1
    return true
  }
}
