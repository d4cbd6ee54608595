/// Reads numbers, strings, and lists and dictionaries of them, as an author writes them and as a
/// value's description shows them.
struct ValueReader {
  private var scanner: NumberScanner
  private var depth = 0
  /// The labels of the tuples that were read, in order, and `…` where it stands.
  private(set) var labels: [String] = []

  static let gap = "…"

  init(_ text: String) {
    scanner = NumberScanner(Array(text.utf8))
  }

  var isAtEnd: Bool { scanner.isAtEnd }

  mutating func skipBlanks() {
    while scanner.index < scanner.bytes.count, isBlank(scanner.bytes[scanner.index]) {
      scanner.index += 1
    }
  }

  /// A number, `…`, a string in quotes, a list in brackets or parentheses, or other words.
  ///
  /// Elements may carry labels; in brackets these are the keys of a dictionary.
  mutating func readValue() -> ExpectedValue? {
    skipBlanks()
    if take(Self.gap) {
      labels.append(Self.gap)
      return .anything
    }
    if take("[") { return readElements(until: "]") }
    if take("(") { return readElements(until: ")") }
    if let string = readString() { return .string(string) }
    return readNumber() ?? readWords()
  }

  private mutating func readElements(until close: String) -> ExpectedValue? {
    guard depth < 64 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var elements: [ExpectedValue] = []
    var entries: [ExpectedValue.Entry] = []
    skipBlanks()
    if close == "]", take(":") { return take(close) ? .dictionary([]) : nil }
    while !take(close) {
      guard var element = readValue() else { return nil }
      skipBlanks()
      if take(":") {
        guard let value = readValue() else { return nil }
        if close == ")", case .text(let label) = element { labels.append(label) }
        if close == "]" { entries.append(ExpectedValue.Entry(key: element, value: value)) }
        element = value
      }
      elements.append(element)
      skipBlanks()
      if take(close) { break }
      guard take(",") else { return nil }
      skipBlanks()
    }
    guard !entries.isEmpty else { return .list(elements) }
    let isOpen = elements.contains(.anything)
    let others = elements.count { $0 == .anything }
    return entries.count + others == elements.count ? .dictionary(entries, isOpen: isOpen) : nil
  }

  private mutating func readString() -> String? {
    guard scanner.index < scanner.bytes.count, scanner.bytes[scanner.index] == UInt8(ascii: "\"")
    else { return nil }
    let rest = String(decoding: scanner.bytes[scanner.index...], as: UTF8.self).unicodeScalars
    guard let (value, length) = StringLiteral.read(rest) else { return nil }
    let start = scanner.index
    scanner.index += String(scalars: rest.prefix(length)).utf8.count
    if endsHere { return value }
    scanner.index = start
    return nil
  }

  /// A number that no other words follow.
  private mutating func readNumber() -> ExpectedValue? {
    let start = scanner.index
    if let number = scanner.scan(), endsHere, !isTime { return .number(number) }
    scanner.index = start
    return nil
  }

  /// Whether a colon stands at the index with something right behind it, as in `12:30`.
  private var isTime: Bool {
    let next = scanner.index + 1
    return next < scanner.bytes.count && scanner.bytes[scanner.index] == UInt8(ascii: ":")
      && !isBlank(scanner.bytes[next])
  }

  /// Whether a value may end at the index.
  private var endsHere: Bool {
    var ahead = scanner.index
    let rest = scanner.bytes[ahead...]
    if depth == 0,
      rest.starts(with: "±".utf8) || rest.starts(with: "+-".utf8)
        || rest.starts(with: "+/-".utf8)
    {
      return true
    }
    while ahead < scanner.bytes.count, isBlank(scanner.bytes[ahead]) { ahead += 1 }
    guard ahead < scanner.bytes.count else { return true }
    if depth > 0 { return ",:)]".utf8.contains(scanner.bytes[ahead]) }
    return scanner.bytes[ahead...].starts(with: "±".utf8)
      || scanner.bytes[ahead...].starts(with: "+".utf8)
  }

  /// Words up to the end of the element, with all that stands between brackets and quotes of their own.
  private mutating func readWords() -> ExpectedValue? {
    let start = scanner.index
    var closing: [UInt8] = []
    var inString = false
    scan: while scanner.index < scanner.bytes.count {
      let byte = scanner.bytes[scanner.index]
      if inString {
        if byte == UInt8(ascii: "\\") { scanner.index += 1 }
        if byte == UInt8(ascii: "\"") { inString = false }
        scanner.index = min(scanner.index + 1, scanner.bytes.count)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "("): closing.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["): closing.append(UInt8(ascii: "]"))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if closing.isEmpty, depth > 0 { break scan }
        if closing.popLast() != byte { return nil }
      case UInt8(ascii: ",") where depth > 0 && closing.isEmpty: break scan
      case UInt8(ascii: ":") where depth > 0 && closing.isEmpty:
        let next = scanner.index + 1
        if next == scanner.bytes.count || isBlank(scanner.bytes[next])
          || isName(scanner.bytes[start..<scanner.index])
            && scanner.bytes[next] != UInt8(ascii: "/")
        {
          break scan
        }
      default: break
      }
      scanner.index += 1
    }
    let words = String(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self).trimmingBlanks
    return words.isEmpty || inString || !closing.isEmpty ? nil : .text(words)
  }

  private func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, !first.isDigit else { return false }
    return bytes.allSatisfy(\.isWord)
  }

  private func isBlank(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }

  /// `± 1e-9` or `± 2%`.
  mutating func readTolerance() -> Expectation.Tolerance? {
    let start = scanner.index
    skipBlanks()
    guard take("±") || take("+-") || take("+/-") else {
      scanner.index = start
      return nil
    }
    skipBlanks()
    guard let number = scanner.scan(), number.value >= 0, number.value.isFinite else {
      scanner.index = start
      return nil
    }
    skipBlanks()
    if take("%") { return .percent(number.value) }
    return .absolute(number.value)
  }

  private mutating func take(_ text: String) -> Bool {
    guard scanner.bytes[scanner.index...].starts(with: text.utf8) else { return false }
    scanner.index += text.utf8.count
    return true
  }
}
