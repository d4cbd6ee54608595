/// The exponential of `x`, within 1 ulp.
///
/// `x = k ln 2 + r` with `|r| ≤ ½ ln 2`; then `eˣ = 2ᵏ eʳ`, and `eʳ` is its Taylor series to the
/// 13th power, whose remainder is below 2⁻⁵⁷.
///
/// Here and in the functions made of it nothing is left out for special numbers, whose results are chosen at
/// the end: loops over such functions become vectors.
@_disfavoredOverload
public func exp(_ x: Double) -> Double { inlinedExp(x) }

/// The same, for loops that become vectors.
@inline(__always)
func inlinedExp(_ x: Double) -> Double {
  let (exponent, fraction) = reducedExponential(ExtendedDouble(x))
  let power = scaled(onePlus(fraction).rounded, byPowerOfTwo: exponent)
  let bounded = x < -745.14 ? 0 : (x > 709.79 ? .infinity : power)
  return x.isNaN ? x : bounded
}

/// `eˣ − 1`, within 1 ulp also where `x` is small and `exp(x) - 1` would lose digits.
@_disfavoredOverload
public func expm1(_ x: Double) -> Double {
  if !(x <= 709.79) { return x.isNaN ? x : .infinity }
  if x < -40 { return -1 }
  if abs(x) < 0x1p-54 { return x }
  let (exponent, fraction) = reducedExponential(ExtendedDouble(x))
  if exponent <= 0 { return expm1OfNegative(exponent, fraction).rounded }
  // 2ᵏ(1 + s) − 1 = 2ᵏ((1 − 2⁻ᵏ) + s)
  let one = ExtendedDouble(larger: 1, plus: -scaled(1, byPowerOfTwo: -exponent))
  return scaled((one + fraction).rounded, byPowerOfTwo: exponent)
}

/// `k` and `s` such that `e^(x + low) = 2ᵏ(1 + s)`, for a finite exponential; for others they mean nothing.
@inline(__always)
func reducedExponential(_ x: ExtendedDouble) -> (exponent: Int, fraction: ExtendedDouble) {
  // Adding 1.5 · 2⁵² rounds to an integer, ties to even, which the last bits of the sum are.
  let shifted = x.high * Constant.inverseLn2 + 0x1.8p52
  let exponent = Int64(bitPattern: shifted.bitPattern &- (0x1.8p52).bitPattern)
  let k = shifted - 0x1.8p52
  let high = x.high - k * Constant.ln2High
  let low = x.low - k * Constant.ln2Low
  let r = high + low
  let r2 = r * r
  let r4 = r2 * r2
  // Σ rⁿ/(n + 2)! for n = 0...11, in pairs, so that the processor can overlap them.
  let q01 = 0.5 + r * (1.0 / 6)
  let q23 = 1.0 / 24 + r * (1.0 / 120)
  let q45 = 1.0 / 720 + r * (1.0 / 5040)
  let q67 = 1.0 / 40320 + r * (1.0 / 362_880)
  let q89 = 1.0 / 3_628_800 + r * (1.0 / 39_916_800)
  let q1011 = 1.0 / 479_001_600 + r * (1.0 / 6_227_020_800)
  let q = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * (q89 + r2 * q1011))
  return (Int(truncatingIfNeeded: exponent), ExtendedDouble(larger: high, plus: r2 * q + low))
}

/// `1 + s` for `|s| < ½`.
@inline(__always)
func onePlus(_ s: ExtendedDouble) -> ExtendedDouble {
  ExtendedDouble(1) + s
}

/// `2ᵏ(1 + s) − 1` for `k ≤ 0`.
@inline(__always)
func expm1OfNegative(_ exponent: Int, _ fraction: ExtendedDouble) -> ExtendedDouble {
  let power = onePlus(fraction)
  let scale = powerOfTwo(exponent)
  let less = ExtendedDouble(-1) + ExtendedDouble(power.high * scale, power.low * scale)
  return ExtendedDouble(
    exponent == 0 ? fraction.high : less.high, exponent == 0 ? fraction.low : less.low)
}

/// `eˣ − 1`, rounded from the one in `Double`.
@_disfavoredOverload
public func expm1(_ x: Float) -> Float { Float(expm1(Double(x))) }
