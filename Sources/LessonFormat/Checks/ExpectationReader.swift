/// Why the text after a relation can't be read.
public struct ExpectationError: Error, Hashable, Sendable {
  public let message: String
  public let remedy: String
}

extension Expectation {
  /// Whether a comment's or claim's text starts with a relation; if so, the relation and the
  /// number of UTF-8 units of white space and relation before the value.
  static func relation(startingWith text: Substring) -> (relation: Relation, length: Int)? {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    for (spelling, relation) in Relation.spellings where trimmed.hasPrefix(spelling) {
      // `==`, `=>`, `->` and rulers such as `====` are ordinary text.
      let rest = trimmed.dropFirst(spelling.count)
      if let next = rest.first, "=<>≈≠≤≥~".contains(next) { return nil }
      let blanks = rest.prefix { $0 == " " || $0 == "\t" }
      return (
        relation, text.utf8.count - trimmed.utf8.count + spelling.utf8.count + blanks.utf8.count
      )
    }
    return nil
  }

  /// Reads what stands after a relation.
  public static func read(
    _ relation: Relation, _ text: String
  ) throws(ExpectationError) -> Expectation {
    let trimmed = text.trimmingBlanks
    guard !trimmed.isEmpty else {
      throw ExpectationError(
        message: "nothing is written after `\(relation.rawValue)`",
        remedy: "write the expected value after the relation")
    }
    var reader = ValueReader(trimmed)
    let value = reader.readValue()
    var tolerance: Tolerance?
    if value != nil {
      tolerance = reader.readTolerance()
      reader.skipBlanks()
    }
    if let value, reader.isAtEnd, allows(relation, value) {
      return Expectation(relation: relation, value: value, tolerance: tolerance, text: trimmed)
    }
    if relation == .equal || relation == .notEqual {
      return Expectation(relation: relation, value: .text(trimmed), tolerance: nil, text: trimmed)
    }
    throw ExpectationError(
      message: "`\(trimmed)` can't be read as a value for `\(relation.rawValue)`",
      remedy: relation == .approximately
        ? "write a number, a list of numbers in brackets, or either with `± tolerance`; an "
          + "ordinary comment must not start with a relation"
        : "write one number; an ordinary comment must not start with a relation")
  }

  private static func allows(_ relation: Relation, _ value: ExpectedValue) -> Bool {
    switch relation {
    case .approximately, .equal, .notEqual: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if case .number = value { true } else { false }
    }
  }

  /// Whether brackets are still open, so that the check goes on in the next comment.
  static func isUnfinished(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0
  }
}

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

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
