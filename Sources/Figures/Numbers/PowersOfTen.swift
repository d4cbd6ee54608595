/// Powers of ten and decimal logarithms, with the same bits on every platform. The standard
/// library has neither without a C library beneath it.
enum Decimal {
  /// 10ⁿ: exact for 0 ≤ n ≤ 22, within a few ulp elsewhere, 0 or infinity out of range.
  static func power(_ exponent: Int) -> Double {
    if exponent < -300 { return exponent < -330 ? 0 : 1e-300 / power(-exponent - 300) }
    if exponent < 0 { return 1 / power(-exponent) }
    if exponent > 308 { return .infinity }
    var result = 1.0
    var factor = 10.0
    var remaining = exponent
    while remaining > 0 {
      if remaining & 1 == 1 { result *= factor }
      remaining >>= 1
      if remaining > 0 { factor *= factor }
    }
    return result
  }

  /// The natural logarithm of a positive finite number, within a few ulp.
  ///
  /// With x = m · 2ᵏ and m in [√½, √2): ln x = k ln 2 + 2 artanh s, s = (m − 1)/(m + 1), |s| < 0.172,
  /// so that thirteen terms of the series reach below 10⁻¹⁷.
  static func naturalLogarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    var sum = 0.0
    var index = 25
    while index >= 1 {
      sum = sum * square + 1 / Double(index)
      index -= 2
    }
    return exponent * 0.6931471805599453 + 2 * s * sum
  }

  /// The decimal logarithm of a positive finite number; exact for the powers of ten that are.
  static func logarithm(_ x: Double) -> Double {
    let value = naturalLogarithm(x) * 0.4342944819032518
    let nearest = value.roundedToNearest
    if (value - nearest).magnitude < 1e-9, power(Int(nearest)) == x { return nearest }
    return value
  }

  /// ⌊log₁₀ |x|⌋ of a finite number other than 0, right also next to the powers of ten.
  static func exponent(_ x: Double) -> Int {
    let size = x.magnitude
    var guess = Int((naturalLogarithm(size) * 0.4342944819032518).roundedDown)
    if power(guess + 1) <= size { guess += 1 }
    if power(guess) > size { guess -= 1 }
    return guess
  }

  /// 10ˣ within a few ulp: between powers of ten by eʸ as a series.
  static func tenTo(_ exponent: Double) -> Double {
    if exponent != exponent { return .nan }
    if exponent > 309 { return .infinity }
    if exponent < -330 { return 0 }
    let whole = exponent.roundedDown
    let y = (exponent - whole) * 2.302585092994046
    var sum = 1.0
    var index = 24
    while index >= 1 {
      sum = 1 + y / Double(index) * sum
      index -= 1
    }
    return power(Int(whole)) * sum
  }

  /// eˣ within a few ulp.
  static func exponential(_ x: Double) -> Double { tenTo(x * 0.4342944819032518) }

  /// |x|ᵖ with the sign of x.
  static func signedPower(_ x: Double, _ p: Double) -> Double {
    if x == 0 { return 0 }
    let size = p == 0.5 ? x.magnitude.squareRoot() : tenTo(p * logarithm(x.magnitude))
    return x < 0 ? -size : size
  }

  /// ln(1 + x) for x ≥ 0, with all its digits near zero too.
  static func logarithmOfOnePlus(_ x: Double) -> Double {
    if x > 0.4 { return naturalLogarithm(x < 1e308 ? 1 + x : 1e308) }
    // 2 artanh(x / (2 + x)), |x / (2 + x)| ≤ 1/6.
    let s = x / (2 + x)
    let square = s * s
    var sum = 0.0
    var index = 25
    while index >= 1 {
      sum = sum * square + 1 / Double(index)
      index -= 2
    }
    return 2 * s * sum
  }

  /// eˣ − 1 for x ≥ 0, with all its digits near zero too.
  static func exponentialMinusOne(_ x: Double) -> Double {
    if x > 1 { return exponential(x) - 1 }
    var sum = 1.0
    var index = 20
    while index >= 2 {
      sum = 1 + x / Double(index) * sum
      index -= 1
    }
    return x * sum
  }

  /// √x within an ulp by Newton's method, NaN below zero; where the compiler can't rule out a number
  /// below zero, the standard library's `squareRoot()` refers to the C library's.
  static func squareRoot(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x < 0 ? .nan : x }
    // x = m · 4ᵏ with m from 1 to 4.
    let exponent = Int(x.exponent)
    let half = exponent >= 0 ? exponent / 2 : (exponent - 1) / 2
    let m = x.significand * (exponent - 2 * half == 1 ? 2 : 1)
    var root = 1.5
    for _ in 0..<6 { root = (root + m / root) / 2 }
    return Double(sign: .plus, exponent: half, significand: root)
  }
}
