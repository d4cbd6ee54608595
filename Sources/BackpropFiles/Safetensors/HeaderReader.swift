/// Reads the JSON of a header: objects, strings and lists of natural numbers, and nothing else, so
/// that no depth of nesting can be asked of it.
struct HeaderReader {
  struct Failure: Error {
    let cause: SafetensorsError.Cause
  }

  let bytes: [UInt8]
  var position: Int
  let end: Int

  func failure(_ problem: String) -> Failure {
    Failure(cause: .header(problem, offset: position))
  }

  func peek() -> UInt8? { position < end ? bytes[position] : nil }

  private mutating func passBlanks() {
    while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    passBlanks()
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    if !take(character) { throw failure("`\(character)` is missing") }
  }

  /// Only blanks may follow, which fill the header up.
  mutating func expectEnd() throws(Failure) {
    passBlanks()
    if position != end { throw failure("something follows the object") }
  }

  /// Reads an object, calling a closure with each key; it reads the value.
  mutating func object(
    _ member: (inout HeaderReader, _ key: String) throws(Failure) -> Void
  ) throws(Failure) {
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try member(&self, key)
    } while take(",")
    try expect("}")
  }

  /// Reads a list of natural numbers.
  mutating func numbers() throws(Failure) -> [Int] {
    try expect("[")
    if take("]") { return [] }
    var result: [Int] = []
    repeat {
      result.append(try number())
    } while take(",")
    try expect("]")
    return result
  }

  private mutating func number() throws(Failure) -> Int {
    passBlanks()
    let start = position
    var value = 0
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if overflows || overflowsToo { throw failure("a number is too large") }
      value = sum
      position += 1
    }
    if position == start { throw failure("a natural number is missing") }
    if bytes[start] == UInt8(ascii: "0") && position > start + 1 {
      throw failure("a number begins with 0")
    }
    return value
  }

  /// Reads a string.
  mutating func string() throws(Failure) -> String {
    try expect("\"")
    let start = position
    var content: [UInt8] = []
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        let text = String(decoding: content, as: UTF8.self)
        // What is not UTF-8 was decoded as something else.
        guard text.utf8.elementsEqual(content) else {
          position = start
          throw failure("a string is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): content += Array(String(try escaped()).utf8)
      case 0..<0x20: throw failure("a string holds a control character")
      default: content.append(byte)
      }
    }
    throw failure("a string has no end")
  }

  /// What follows a backslash.
  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    guard let byte = peek() else { throw failure("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var value = try fourDigits()
      if 0xD800..<0xDC00 ~= value {
        // The upper half of a pair: the lower one has to follow.
        guard peek() == UInt8(ascii: "\\"), position + 1 < end,
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw failure("half of a pair of surrogates stands alone") }
        position += 2
        let lower = try fourDigits()
        guard 0xDC00..<0xE000 ~= lower else {
          throw failure("half of a pair of surrogates stands alone")
        }
        value = 0x10000 + (value - 0xD800) << 10 + (lower - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw failure("half of a pair of surrogates stands alone")
      }
      return scalar
    default: throw failure("a backslash stands before no known character")
    }
  }

  private mutating func fourDigits() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
