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
  return NumberText.rounded(value, digits: digits < 1 ? 1 : digits > 15 ? 15 : digits)
}

/// The pieces from which numbers are written.
enum NumberText {
  /// A finite number other than 0, rounded to 1 to 17 significant digits.
  static func rounded(_ value: Double, digits precision: Int) -> String {
    var exponent = Decimal.exponent(value)
    var mantissa: UInt64
    if precision > 12 {
      (mantissa, exponent) = exactMantissa(value, digits: precision)
    } else {
      mantissa = integerMantissa(value, exponent: exponent, digits: precision)
      if mantissa >= integerPower(precision) {
        mantissa /= 10
        exponent += 1
      }
    }
    let sign = value < 0 ? "−" : ""
    if exponent < -4 || exponent >= (precision > 6 ? precision : 6) {
      return sign
        + scientific(mantissa, decimals: precision - 1, exponent: exponent, trimming: true)
    }
    let decimals = precision - 1 - exponent
    if decimals < 0 { mantissa *= integerPower(-decimals) }
    return sign
      + decimal(mantissa, decimals: decimals < 0 ? 0 : decimals, trimming: true, grouping: true)
  }

  /// A decimal number times a power of ten, which stands alone after a 1.
  static func scientific(
    _ mantissa: UInt64, decimals: Int, exponent: Int, trimming: Bool
  ) -> String {
    let digits = decimal(mantissa, decimals: decimals, trimming: trimming, grouping: false)
    let power = "10" + superscript(exponent)
    return digits == "1" ? power : digits + "×" + power
  }

  /// A number with as few digits as identify it among all doubles, 15 to 17 before zeros at their
  /// end are dropped.
  static func full(_ value: Double) -> String {
    guard value.isNormal else { return value == 0 ? "0" : rounded(value, digits: 17) }
    let size = value.magnitude
    let exponent = exactMantissa(size, digits: 17).exponent
    for digits in 15...16 {
      let decimals = digits - 1 - exponent
      guard let (_, error) = DecimalRounding.rounded(size, decimals: decimals) else { continue }
      let room = scaled(error < 0 ? size - size.nextDown : size.nextUp - size, by: decimals)
      if error.magnitude < room * 0.499 { return rounded(value, digits: digits) }
    }
    return rounded(value, digits: 17)
  }

  /// Numbers in one column or beside each other in a drawing: with `digits` significant digits each,
  /// or as many more as tell different ones apart. What 15 digits do not tell apart is written in
  /// full, alone, so that the rounding of one computation does not lengthen all others; but with a
  /// limit of fewer digits, what these do not tell apart counts as one number.
  static func distinct(_ values: [Double], digits least: Int = 4, limit: Int = 17) -> [String] {
    var sorted = values.filter { $0 == $0 }
    sorted.sort()
    // Rounding keeps the order, so that only neighbours can have one text.
    let pairs = sorted.indices.dropLast().filter { sorted[$0] != sorted[$0 + 1] }
    func isAlike(_ pair: Int, _ digits: Int) -> Bool {
      numeral(sorted[pair], digits: digits) == numeral(sorted[pair + 1], digits: digits)
    }
    if !pairs.contains(where: { isAlike($0, least) }) {
      return values.map { numeral($0, digits: least) }
    }
    let finest = min(15, limit)
    let apart = pairs.filter { !isAlike($0, finest) }
    var digits = least
    while digits < finest, apart.contains(where: { isAlike($0, digits) }) { digits += 1 }
    var isLong: [Double] = []
    if limit > finest {
      for pair in pairs where isAlike(pair, digits) { isLong += [sorted[pair], sorted[pair + 1]] }
    }
    return values.map { isLong.contains($0) ? full($0) : numeral($0, digits: digits) }
  }

  /// Whether of any two different numbers the texts differ, which keep the numbers' order.
  static func tellApart(_ values: [Double], _ texts: [String]) -> Bool {
    let order = values.indices.filter { values[$0] == values[$0] }
      .sorted { values[$0] < values[$1] }
    for (first, second) in zip(order, order.dropFirst())
    where values[first] != values[second] && texts[first] == texts[second] { return false }
    return true
  }

  /// value · 10ⁿ, also where the power itself has no place among doubles.
  static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent > 300
      ? value * Decimal.power(300) * Decimal.power(exponent - 300)
      : value * Decimal.power(exponent)
  }

  /// 10ⁿ as an integer, 0 ≤ n ≤ 18.
  static func integerPower(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The leading digits of a finite number other than 0, exactly rounded, and the power of ten of the
  /// first one.
  private static func exactMantissa(
    _ value: Double, digits: Int
  ) -> (mantissa: UInt64, exponent: Int) {
    // Beyond the powers of ten that are doubles the estimate may be one off.
    var exponent = Decimal.exponent(value)
    if let (probe, _) = DecimalRounding.rounded(value, decimals: 17 - exponent) {
      if probe < integerPower(17) { exponent -= 1 }
      if probe >= integerPower(18) { exponent += 1 }
    }
    let mantissa = DecimalRounding.rounded(value, decimals: digits - 1 - exponent)?.mantissa ?? 0
    return mantissa < integerPower(digits) ? (mantissa, exponent) : (mantissa / 10, exponent + 1)
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
