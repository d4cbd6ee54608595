/// Finds the `$$` blocks, and hides their content from libcmark, which would take lines that
/// start with `-`, `=`, `+`, `#` or `>` for lists, headings and quotes.
///
/// A block starts with `$$` at the start of a line and ends with `$$` at the end of a line; a
/// blank line, or the end of the quote around it, leaves it unfinished and thus ordinary text.
struct MathBlockScanner {
  private(set) var lines: [BlockLine]
  /// From the index of a block's first line to that after its last.
  private(set) var blocks: [Int: Int] = [:]

  init(_ lines: [BlockLine], outline: BlockOutline) {
    self.lines = lines
    var index = 0
    while index < lines.count {
      index = outline.isVerbatim[index] ? index + 1 : scan(index)
    }
  }

  /// Whether a line has a `$$`: cheap to ask before the outline is made.
  static func isNeeded(for lines: [BlockLine]) -> Bool {
    lines.contains { $0.bytes.contains(Byte.dollar) && Self.firstMark(in: $0.bytes) != nil }
  }

  /// Reads the block that may start at a line, and returns the line to go on with.
  private mutating func scan(_ first: Int) -> Int {
    let (quotes, text) = Self.opening(lines[first].bytes)
    guard text.starts(with: [Byte.dollar, Byte.dollar]) else { return first + 1 }
    let body = text.dropFirst(2)
    if let mark = Self.firstMark(in: body) {
      if mark > body.startIndex, Self.isBlank(body[(mark + 2)...]) { blocks[first] = first + 1 }
      return first + 1
    }
    var line = first + 1
    while line < lines.count {
      guard let text = Self.content(lines[line].bytes, quotes: quotes), !Self.isBlank(text) else {
        return first + 1
      }
      if let mark = Self.firstMark(in: text) {
        for hidden in (first + 1)...line { hide(hidden, quotes: quotes) }
        if Self.isBlank(text[(mark + 2)...]) { blocks[first] = line + 1 }
        return line + 1
      }
      line += 1
    }
    return first + 1
  }

  private mutating func hide(_ line: Int, quotes: Int) {
    let bytes = lines[line].bytes
    guard let text = Self.content(bytes, quotes: quotes) else { return }
    let prefix = bytes[..<text.startIndex]
    lines[line].mask = prefix + text.map { $0.isBlank ? $0 : UInt8(ascii: "x") }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy(\.isSpace) }

  /// Where the next `$$` stands that no backslash precedes.
  private static func firstMark(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == Byte.backslash {
        index += 2
      } else if bytes[index] == Byte.dollar, bytes[index + 1] == Byte.dollar {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// What follows the markers of quotes and list items in a line, and how many quotes there are.
  private static func opening(_ line: ArraySlice<UInt8>) -> (quotes: Int, text: ArraySlice<UInt8>) {
    var text = line.drop(while: \.isBlank)
    var quotes = 0
    while let first = text.first {
      if first == Byte.greater {
        quotes += 1
        text = text.dropFirst()
      } else if first == Byte.hyphen || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
        guard text.dropFirst().first?.isBlank == true else { break }
        text = text.dropFirst()
      } else if first.isDigit {
        let rest = text.drop(while: \.isDigit)
        guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == Byte.closeParenthesis,
          rest.dropFirst().first?.isBlank == true
        else { break }
        text = rest.dropFirst()
      } else {
        break
      }
      text = text.drop(while: \.isBlank)
    }
    return (quotes, text)
  }

  /// What follows so many quote markers in a line; nil if it has fewer.
  private static func content(_ line: ArraySlice<UInt8>, quotes: Int) -> ArraySlice<UInt8>? {
    var text = line
    for _ in 0..<quotes {
      text = text.drop(while: \.isBlank)
      guard text.first == Byte.greater else { return nil }
      text = text.dropFirst()
    }
    return text
  }
}
