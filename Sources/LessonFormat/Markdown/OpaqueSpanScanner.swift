/// Finds the opaque spans of inline content.
///
/// Code spans, escapes, autolinks and HTML tags come first, as in CommonMark. The rules for `$`
/// are GitHub's: the opening one has no letter or digit before it and no blank after it, the
/// closing one no blank before it and no letter or digit after it; so `$5 and $10` is not math.
struct OpaqueSpanScanner {
  private let bytes: [UInt8]
  private let footnotes: [String: Int]
  /// For each length of a run of backticks, where such runs start.
  private var backtickRuns: [Int: [Int]] = [:]
  private var spans: [OpaqueSpan] = []

  private init(_ bytes: [UInt8], footnotes: [String: Int]) {
    self.bytes = bytes
    self.footnotes = footnotes
    var index = 0
    while let start = bytes[index...].firstIndex(of: Byte.backtick) {
      index = bytes[start...].firstIndex { $0 != Byte.backtick } ?? bytes.count
      backtickRuns[index - start, default: []].append(start)
    }
  }

  /// The spans in order; `footnotes` are the known ones by the key of their label.
  static func spans(in bytes: [UInt8], footnotes: [String: Int]) -> [OpaqueSpan] {
    guard bytes.contains(Byte.dollar) || (!footnotes.isEmpty && bytes.contains(Byte.caret)) else {
      return []
    }
    var scanner = OpaqueSpanScanner(bytes, footnotes: footnotes)
    scanner.scan()
    return scanner.spans
  }

  private func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  private mutating func scan() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Byte.backslash: index += 2
      case Byte.backtick: index = endOfCode(index) ?? endOfRun(index)
      case Byte.less: index = endOfTag(index) ?? index + 1
      case Byte.dollar: index = scanMath(index)
      case Byte.openBracket: index = scanFootnote(index)
      default: index += 1
      }
    }
  }

  // MARK: - What comes first

  private func endOfRun(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
  }

  /// The end of the code span that starts at a run of backticks; nil if none closes it.
  private func endOfCode(_ start: Int) -> Int? {
    let length = endOfRun(start) - start
    guard let starts = backtickRuns[length] else { return nil }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= start { low = middle + 1 } else { high = middle }
    }
    return low < starts.count ? starts[low] + length : nil
  }

  /// The end of an autolink or a tag that starts at `<`; nil if there is none.
  private func endOfTag(_ start: Int) -> Int? {
    var index = start + 1
    if byte(index) == UInt8(ascii: "/") { index += 1 }
    guard byte(index)?.isLetter == true else { return nil }
    let limit = min(bytes.count, start + 2000)
    var quote: UInt8?
    while index < limit {
      let next = bytes[index]
      if let open = quote {
        if next == open { quote = nil }
      } else if next == Byte.greater {
        return index + 1
      } else if next == Byte.less {
        return nil
      } else if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        guard byte(index - 1) == UInt8(ascii: "=") else { return nil }
        quote = next
      } else if next == Byte.dollar, !isLink(start..<index) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether `<…` is the start of an autolink.
  private func isLink(_ range: Range<Int>) -> Bool {
    bytes[range].contains(Byte.colon) && !bytes[range].contains(where: \.isSpace)
  }

  // MARK: - Math

  private mutating func scanMath(_ start: Int) -> Int {
    let run = endOfRun(start)
    if run - start == 2 { return scanDisplayMath(start) ?? run }
    guard run - start == 1, byte(start - 1)?.isAlphanumeric != true, let next = byte(start + 1)
    else { return run }
    if next == Byte.backtick { return scanQuotedMath(start) ?? run }
    guard !next.isSpace else { return run }
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case Byte.backslash:
        index += 2
      case Byte.backtick:
        if endOfCode(index) != nil { return run }
        index += 1
      case Byte.dollar:
        let isClosing =
          !bytes[index - 1].isSpace && byte(index + 1)?.isAlphanumeric != true
          && byte(index + 1) != Byte.dollar
        guard isClosing else { return run }
        addMath(start..<(index + 1), body: (start + 1)..<index, display: false)
        return index + 1
      default:
        index += 1
      }
    }
    return run
  }

  private mutating func scanDisplayMath(_ start: Int) -> Int? {
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == Byte.backslash {
        index += 2
      } else if bytes[index] == Byte.dollar, bytes[index + 1] == Byte.dollar {
        guard bytes[(start + 2)..<index].contains(where: { !$0.isSpace }) else { return nil }
        addMath(start..<(index + 2), body: (start + 2)..<index, display: true)
        return index + 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// ``$`…`$``, GitHub's form for math that Markdown could mistake for something else.
  private mutating func scanQuotedMath(_ start: Int) -> Int? {
    guard let end = endOfCode(start + 1), byte(end) == Byte.dollar else { return nil }
    let length = endOfRun(start + 1) - start - 1
    addMath(start..<(end + 1), body: (start + 1 + length)..<(end - length), display: false)
    return end + 1
  }

  private mutating func addMath(_ range: Range<Int>, body: Range<Int>, display: Bool) {
    let text = String(decoding: bytes[body], as: UTF8.self)
    spans.append(OpaqueSpan(range: range, kind: .math(text, display: display)))
  }

  // MARK: - Footnotes

  private mutating func scanFootnote(_ start: Int) -> Int {
    guard byte(start + 1) == Byte.caret else { return start + 1 }
    let label = bytes[(start + 2)...].prefix {
      !$0.isSpace && $0 != Byte.closeBracket && $0 != Byte.openBracket
    }
    guard byte(label.endIndex) == Byte.closeBracket,
      let index = footnotes[FootnoteScanner.key(String(decoding: label, as: UTF8.self))]
    else { return start + 1 }
    spans.append(OpaqueSpan(range: start..<(label.endIndex + 1), kind: .footnote(index)))
    return label.endIndex + 1
  }
}
