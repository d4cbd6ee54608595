/// A number as a person would write it: rounded to `digits` significant digits, with a proper
/// minus sign, trailing zeros dropped, and a power of ten where plain digits would be long.
///
/// ```swift
/// numeral(-0.110432)              // "−0.1104"
/// numeral(1234567, digits: 3)     // "1.23×10⁶"
/// numeral(2.5e-7)                 // "2.5×10⁻⁷"
/// ```
///
/// NaN is "NaN", infinities are "∞" and "−∞".
public func numeral(_ value: Double, digits: Int = 4) -> String {
  if value != value { return "NaN" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  if value == 0 { return "0" }
  let precision = digits < 1 ? 1 : digits > 15 ? 15 : digits
  var exponent = Decimal.exponent(value)
  var mantissa = NumberText.integerMantissa(value, exponent: exponent, digits: precision)
  if mantissa >= NumberText.integerPower(precision) {
    mantissa /= 10
    exponent += 1
  }
  let sign = value < 0 ? "−" : ""
  if exponent < -4 || exponent >= (precision > 6 ? precision : 6) {
    let digits = NumberText.decimal(
      mantissa, decimals: precision - 1, trimming: true, grouping: false)
    let power = "10" + NumberText.superscript(exponent)
    return sign + (digits == "1" ? power : digits + "×" + power)
  }
  let decimals = precision - 1 - exponent
  if decimals < 0 { mantissa *= NumberText.integerPower(-decimals) }
  return sign
    + NumberText.decimal(
      mantissa, decimals: decimals < 0 ? 0 : decimals, trimming: true, grouping: true)
}

/// The pieces from which numbers are written.
enum NumberText {
  /// Numbers in a column: with four digits each, or as many more as tell different ones apart.
  static func distinct(_ values: [Double]) -> [String] {
    var digits = 4
    while true {
      let texts = values.map { $0 == $0 ? numeral($0, digits: digits) : "—" }
      if digits >= 15 { return texts }
      var isClear = true
      var previous: (value: Double, text: String)?
      for index in values.indices {
        if let previous, previous.text == texts[index], previous.value != values[index] {
          isClear = false
        }
        previous = (values[index], texts[index])
      }
      // Neighbours that differ by less than a part in 10¹² are one number.
      if isClear { return texts }
      digits += 1
    }
  }

  /// 10ⁿ as an integer, 0 ≤ n ≤ 18.
  static func integerPower(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// |value| / 10^(exponent − digits + 1), rounded to an integer: the leading digits.
  static func integerMantissa(_ value: Double, exponent: Int, digits: Int) -> UInt64 {
    let shift = digits - 1 - exponent
    let size = value.magnitude
    var scaled: Double
    if shift > 300 {
      scaled = size * Decimal.power(300) * Decimal.power(shift - 300)
    } else if shift >= 0 {
      scaled = size * Decimal.power(shift)
    } else {
      scaled = size / Decimal.power(-shift)
    }
    scaled = scaled.roundedToNearest
    return UInt64(scaled)
  }

  /// An integer read as a number of units of 10^−decimals.
  static func decimal(
    _ mantissa: UInt64, decimals: Int, trimming: Bool, grouping: Bool
  ) -> String {
    var mantissa = mantissa
    var decimals = decimals
    if trimming {
      while decimals > 0, mantissa % 10 == 0 {
        mantissa /= 10
        decimals -= 1
      }
    }
    var fraction: [UInt64] = []
    for _ in 0..<decimals {
      fraction.append(mantissa % 10)
      mantissa /= 10
    }
    var result = grouping ? grouped(mantissa) : String(mantissa)
    if !fraction.isEmpty {
      result += "."
      for digit in fraction.reversed() { result += String(digit) }
    }
    return result
  }

  /// Digits in groups of three from 10,000 on, set apart by narrow spaces.
  static func grouped(_ value: UInt64) -> String {
    if value < 10_000 { return String(value) }
    return triples(value)
  }

  private static func triples(_ value: UInt64) -> String {
    if value < 1000 { return String(value) }
    let rest = value % 1000
    let padding = rest < 10 ? "00" : rest < 100 ? "0" : ""
    return triples(value / 1000) + "\u{202F}" + padding + String(rest)
  }

  /// An integer in superscript digits: −12 is "⁻¹²".
  static func superscript(_ value: Int) -> String {
    var result = ""
    var remaining = value.magnitude
    repeat {
      let digit: String
      switch remaining % 10 {
      case 0: digit = "⁰"
      case 1: digit = "¹"
      case 2: digit = "²"
      case 3: digit = "³"
      case 4: digit = "⁴"
      case 5: digit = "⁵"
      case 6: digit = "⁶"
      case 7: digit = "⁷"
      case 8: digit = "⁸"
      default: digit = "⁹"
      }
      result = digit + result
      remaining /= 10
    } while remaining > 0
    return value < 0 ? "⁻" + result : result
  }
}
