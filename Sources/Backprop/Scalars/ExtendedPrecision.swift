/// An unevaluated sum `high + low` of two doubles, which holds about 106 bits.
///
/// The elementary functions carry the parts of a result that a rounding would lose in `low`.
/// Everything here is written with plain additions and products, so that the bits are the same
/// on every platform, whether it has a fused multiply-add or not.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numerische Mathematik 18 (1971).
struct ExtendedDouble {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two doubles of which the first is the larger in magnitude.
  @inline(__always)
  init(larger: Double, plus smaller: Double) {
    high = larger + smaller
    low = smaller - (high - larger)
  }

  /// The product of two doubles, exact unless it underflows.
  @inline(__always)
  init(_ a: Double, times b: Double) {
    high = a * b
    low = ExtendedDouble.error(of: high, asProductOf: a, b)
  }

  /// `a·b − product`, where `product` is `a·b` rounded or an approximation of it.
  @inline(__always)
  static func error(of product: Double, asProductOf a: Double, _ b: Double) -> Double {
    let a1 = upperHalf(a)
    let a2 = a - a1
    let b1 = upperHalf(b)
    let b2 = b - b1
    return (((a1 * b1 - product) + a1 * b2) + a2 * b1) + a2 * b2
  }

  /// The upper 26 bits of a significand, so that a product of two such is exact.
  @inline(__always)
  private static func upperHalf(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
  }

  @inline(__always)
  static func * (a: ExtendedDouble, b: ExtendedDouble) -> ExtendedDouble {
    let product = ExtendedDouble(a.high, times: b.high)
    return ExtendedDouble(
      larger: product.high, plus: product.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func * (a: ExtendedDouble, b: Double) -> ExtendedDouble {
    let product = ExtendedDouble(a.high, times: b)
    return ExtendedDouble(larger: product.high, plus: product.low + a.low * b)
  }

  @inline(__always)
  static func / (a: ExtendedDouble, b: ExtendedDouble) -> ExtendedDouble {
    let quotient = a.high / b.high
    let remainder =
      (a.low - error(of: a.high, asProductOf: quotient, b.high)) - quotient * b.low
    return ExtendedDouble(larger: quotient, plus: remainder / b.high)
  }

  /// The sum, for a first operand that is the larger in magnitude.
  @inline(__always)
  static func + (larger: ExtendedDouble, smaller: ExtendedDouble) -> ExtendedDouble {
    let sum = ExtendedDouble(larger: larger.high, plus: smaller.high)
    return ExtendedDouble(larger: sum.high, plus: sum.low + (larger.low + smaller.low))
  }

  /// The sum rounded to one double.
  @inline(__always)
  var rounded: Double { high + low }
}

/// Constants that several functions share.
enum Constant {
  /// ln 2, its upper 32 bits, so that a product with an exponent is exact.
  static let ln2High = 0x1.62e42feep-1
  /// ln 2 less `ln2High`.
  static let ln2Low = 0x1.a39ef35793c76p-33
  /// 1 / ln 2.
  static let inverseLn2 = 0x1.71547652b82fep+0
  /// The bits of √½.
  static let squareRootOfTwo = 1.4142135623730951
  static let squareRootOfHalfBits: UInt64 = 0x3FE6_A09E_667F_3BCD
  /// The bits of 1.
  static let oneBits: UInt64 = 0x3FF0_0000_0000_0000
}

/// `2^exponent` for `-1022...1023`.
@inline(__always)
func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(bitPattern: Int64(exponent &+ 1023)) << 52)
}

/// `x · 2^exponent` with one rounding, for `-2044...2046`.
@inline(__always)
func scaled(_ x: Double, byPowerOfTwo exponent: Int) -> Double {
  let half = exponent >> 1
  return x * powerOfTwo(half) * powerOfTwo(exponent &- half)
}
