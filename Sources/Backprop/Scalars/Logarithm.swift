/// The natural logarithm of `x`, within 1 ulp; NaN below zero, −∞ at zero.
///
/// `x = 2ᵏ m` with `√½ ≤ m < √2`, so `ln x = k ln 2 + ln m`. With `f = m − 1` and
/// `s = f/(2 + f)`, `ln m = 2 artanh s = 2s + 2s³/3 + 2s⁵/5 + …`, and `2s = f − f²/2 + s f²/2`
/// keeps the large part `f` exact.
@_disfavoredOverload
public func log(_ x: Double) -> Double {
  if !(x > 0) { return x == 0 ? -.infinity : .nan }
  if x == .infinity { return x }
  let (exponent, significand) = centredSignificand(x)
  return logarithm(exponent: Double(exponent), fraction: significand - 1, correction: 0)
}

/// `ln(1 + x)`, within 1 ulp also where `x` is small and `log(1 + x)` would lose digits.
@_disfavoredOverload
public func log1p(_ x: Double) -> Double {
  if !(x > -1) { return x == -1 ? -.infinity : .nan }
  if x == .infinity { return x }
  if abs(x) < 0x1p-54 { return x }
  if x > -0.29289 && x < 0.41421 {
    return logarithm(exponent: 0, fraction: x, correction: 0)
  }
  let sum = 1 + x
  let lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
  let (exponent, significand) = centredSignificand(sum)
  return logarithm(exponent: Double(exponent), fraction: significand - 1, correction: lost / sum)
}

/// `log1p` of a number from 0 to 1, without branches, so that loops over it become vectors. The bits are
/// those of ``log1p(_:)``.
@inline(__always)
func log1pOfUnit(_ x: Double) -> Double {
  let isSmall = x < 0.41421
  let sum = 1 + x
  let isBeyondRootOfTwo = sum >= Constant.squareRootOfTwo
  let fraction = isSmall ? x : (isBeyondRootOfTwo ? 0.5 * sum : sum) - 1
  let correction = isSmall ? 0 : (x - (sum - 1)) / sum
  let whole = logarithm(
    exponent: !isSmall && isBeyondRootOfTwo ? 1 : 0, fraction: fraction, correction: correction)
  return x < 0x1p-54 ? x : whole
}

/// `k` and `m` such that `x = 2ᵏ m` and `√½ ≤ m < √2`, for a positive finite `x`.
@inline(__always)
func centredSignificand(_ x: Double) -> (exponent: Int, significand: Double) {
  let subnormal = x < 0x1p-1022
  let bits = (subnormal ? x * 0x1p54 : x).bitPattern
  let shifted = bits &+ (Constant.oneBits &- Constant.squareRootOfHalfBits)
  let exponent = Int(shifted >> 52) - 1023 - (subnormal ? 54 : 0)
  let significand = (shifted & 0x000F_FFFF_FFFF_FFFF) &+ Constant.squareRootOfHalfBits
  return (exponent, Double(bitPattern: significand))
}

/// `k ln 2 + ln(1 + f) + correction` for `√½ ≤ 1 + f < √2`.
@inline(__always)
private func logarithm(exponent k: Double, fraction f: Double, correction: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  let z2 = z * z
  let z4 = z2 * z2
  // Σ 2zⁿ/(2n + 3) for n = 0...10
  let p01 = 2.0 / 3 + z * (2.0 / 5)
  let p23 = 2.0 / 7 + z * (2.0 / 9)
  let p45 = 2.0 / 11 + z * (2.0 / 13)
  let p67 = 2.0 / 15 + z * (2.0 / 17)
  let p89 = 2.0 / 19 + z * (2.0 / 21)
  let p = (p01 + z2 * p23) + z4 * ((p45 + z2 * p67) + z4 * (p89 + z2 * (2.0 / 23)))
  let half = 0.5 * f * f
  let rest = s * (half + z * p) + (k * Constant.ln2Low + correction)
  return k * Constant.ln2High - ((half - rest) - f)
}

/// The natural logarithm of `x`, rounded from the one in `Double`.
@_disfavoredOverload
public func log(_ x: Float) -> Float { Float(log(Double(x))) }

/// `ln(1 + x)`, rounded from the one in `Double`.
@_disfavoredOverload
public func log1p(_ x: Float) -> Float { Float(log1p(Double(x))) }
