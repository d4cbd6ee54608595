/// Reads numbers as people write them from UTF-8.
struct NumberScanner {
  let bytes: [UInt8]
  var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  /// The number that starts at the index, or nil, leaving the index where it was.
  mutating func scan() -> WrittenNumber? {
    let start = index
    let negative = scanSign()
    if let special = scanSpecial(negative: negative, from: start) { return special }
    var digits = negative ? "-" : ""
    let whole = scanDigits(into: &digits)
    var decimals = 0
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
      index += 1
      digits.append(".")
      decimals = scanDigits(into: &digits)
    }
    guard whole > 0 || decimals > 0 else {
      index = start
      return nil
    }
    let exponent = scanExponent()
    guard let value = Double(digits + "e\(exponent)"),
      let halfUnit = Double("0.5e\(exponent - decimals)")
    else {
      index = start
      return nil
    }
    return WrittenNumber(value: value, halfUnit: halfUnit, text: text(from: start))
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func scanSign() -> Bool {
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      index += 1
      return true
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") {
      index += 1
      return false
    }
    // U+2212, the typographic minus.
    if bytes[index...].starts(with: [0xE2, 0x88, 0x92]) {
      index += 3
      return true
    }
    return false
  }

  private mutating func scanSpecial(negative: Bool, from start: Int) -> WrittenNumber? {
    for (name, value) in [("nan", Double.nan), ("infinity", .infinity), ("inf", .infinity)]
    where bytes[index...].starts(with: name.utf8) {
      let end = index + name.utf8.count
      if end < bytes.count, isWord(bytes[end]) { continue }
      index = end
      return WrittenNumber(value: negative ? -value : value, halfUnit: 0, text: text(from: start))
    }
    return nil
  }

  private mutating func scanDigits(into digits: inout String) -> Int {
    var count = 0
    while index < bytes.count {
      if bytes[index].isDigit {
        digits.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        count += 1
      } else if !(bytes[index] == UInt8(ascii: "_") && count > 0 && index + 1 < bytes.count
        && bytes[index + 1].isDigit)
      {
        break
      }
      index += 1
    }
    return count
  }

  private mutating func scanExponent() -> Int {
    var ahead = index
    guard ahead < bytes.count, bytes[ahead] | 0x20 == UInt8(ascii: "e") else { return 0 }
    ahead += 1
    var sign = 1
    if ahead < bytes.count, bytes[ahead] == UInt8(ascii: "-") || bytes[ahead] == UInt8(ascii: "+") {
      sign = bytes[ahead] == UInt8(ascii: "-") ? -1 : 1
      ahead += 1
    }
    var value = 0
    let first = ahead
    while ahead < bytes.count, bytes[ahead].isDigit {
      value = min(value * 10 + Int(bytes[ahead] - 48), 9999)
      ahead += 1
    }
    guard ahead > first else { return 0 }
    index = ahead
    return sign * value
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isWord || byte >= 128 }
}
