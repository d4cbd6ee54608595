/// Reads numbers and nested lists, and what a value's description shows of them.
struct ValueReader {
  private var scanner: NumberScanner
  private var depth = 0

  init(_ text: String) {
    scanner = NumberScanner(Array(text.utf8))
  }

  var isAtEnd: Bool { scanner.isAtEnd }

  mutating func skipBlanks() {
    while scanner.index < scanner.bytes.count,
      [32, 9, 10, 13].contains(scanner.bytes[scanner.index])
    {
      scanner.index += 1
    }
  }

  /// A number, `…`, or a list in brackets or parentheses whose elements may carry labels.
  mutating func readValue() -> ExpectedValue? {
    skipBlanks()
    if take("…") { return .anything }
    if take("[") { return readList(until: "]") }
    if take("(") { return readList(until: ")") }
    return scanner.scan().map { .number($0) }
  }

  private mutating func readList(until close: String) -> ExpectedValue? {
    guard depth < 64 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var elements: [ExpectedValue] = []
    skipBlanks()
    if take(close) { return .list([]) }
    while true {
      skipLabel()
      guard let element = readValue() else { return nil }
      elements.append(element)
      skipBlanks()
      if take(close) { return .list(elements) }
      guard take(",") else { return nil }
      skipBlanks()
      if take(close) { return .list(elements) }
    }
  }

  /// Passes over `label: `, as the description of a tuple has it.
  private mutating func skipLabel() {
    skipBlanks()
    var ahead = scanner.index
    while ahead < scanner.bytes.count {
      let byte = scanner.bytes[ahead]
      let isWord = (byte | 0x20 >= 97 && byte | 0x20 <= 122) || byte == 95
      let isDigit = byte >= 48 && byte <= 57
      guard isWord || (isDigit && ahead > scanner.index) else { break }
      ahead += 1
    }
    if ahead > scanner.index, ahead < scanner.bytes.count, scanner.bytes[ahead] == 58 {
      scanner.index = ahead + 1
    }
  }

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
