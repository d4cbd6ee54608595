/// Reads JSON from UTF-8, as RFC 8259 has it.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func malformed(_ reason: String) -> JSONValue.Malformed {
    JSONValue.Malformed(offset: index, reason: reason)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 32 || (9...10).contains(byte) || byte == 13 { index += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  mutating func whole() throws(JSONValue.Malformed) -> JSONValue {
    let value = try self.value()
    guard next == nil else { throw malformed("something follows the value") }
    return value
  }

  private mutating func value() throws(JSONValue.Malformed) -> JSONValue {
    skipBlanks()
    defer { skipBlanks() }
    switch next {
    case UInt8(ascii: "{"):
      return try nested { reader throws(JSONValue.Malformed) in
        try reader.object()
      }
    case UInt8(ascii: "["):
      return try nested { reader throws(JSONValue.Malformed) in
        try reader.array()
      }
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw malformed("it ends where a value is expected")
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONValue.Malformed) -> JSONValue
  ) throws(JSONValue.Malformed) -> JSONValue {
    guard depth < 256 else { throw malformed("it is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    index += 1
    skipBlanks()
    return try read(&self)
  }

  private mutating func object() throws(JSONValue.Malformed) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw malformed("a member's name is expected") }
      let name = try string()
      skipBlanks()
      guard take(":") else { throw malformed("a colon is expected") }
      members[name] = try value()
      if take("}") { return .object(members) }
      guard take(",") else { throw malformed("a comma or `}` is expected") }
    }
  }

  private mutating func array() throws(JSONValue.Malformed) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .list(values) }
    while true {
      values.append(try value())
      if take("]") { return .list(values) }
      guard take(",") else { throw malformed("a comma or `]` is expected") }
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONValue.Malformed) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw malformed("no value begins so") }
    index += word.utf8.count
    return value
  }

  /// Reads digits, a fraction and an exponent; no zero stands before other digits.
  private mutating func number() throws(JSONValue.Malformed) -> JSONValue {
    let start = index
    _ = take("-")
    var isSound = take("0") || takeDigits()
    if take(".") { isSound = takeDigits() && isSound }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      isSound = takeDigits() && isSound
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard isSound, next.map(Self.isDigit) != true, let number = Double(text), number.isFinite else {
      index = start
      throw malformed("no value begins so")
    }
    return .number(number)
  }

  /// Takes digits, and says whether there is one.
  private mutating func takeDigits() -> Bool {
    let start = index
    while let byte = next, Self.isDigit(byte) { index += 1 }
    return index > start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private mutating func string() throws(JSONValue.Malformed) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case 0..<32: throw malformed("a control character stands in a text")
      default: text.append(byte)
      }
    }
    throw malformed("a text has no end")
  }

  private mutating func escaped() throws(JSONValue.Malformed) -> [UInt8] {
    guard let byte = next else { throw malformed("a text has no end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
        index += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else { throw malformed("half a character") }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw malformed("half a character") }
      return Array(String(Character(scalar)).utf8)
    default: throw malformed("no character is escaped so")
    }
  }

  private mutating func codeUnit() throws(JSONValue.Malformed) -> UInt32 {
    let end = min(index + 4, bytes.count)
    let digits = String(decoding: bytes[index..<end], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt32(digits, radix: 16)
    else {
      throw malformed("four hexadecimal digits are expected")
    }
    index = end
    return unit
  }
}
