// The functions of Float that networks spend their time in. Each is computed in Double, to about
// 2⁻⁴⁸ of its value, and rounded once, so that it is within 0.500001 ulp. They have no branches: a
// loop over them becomes vectors of whatever width there is, with the same bits.

/// `eˣ` to about 2⁻⁴⁸ of its value, for `|x| ≤ 150`.
///
/// `x = k ln 2 + r` with `|r| ≤ ½ ln 2`; then `eˣ = 2ᵏ eʳ`, and `eʳ` is its Taylor series to the 11th
/// power.
@inline(__always)
private func boundedExponential(_ x: Double) -> Double {
  // Adding 1.5 · 2⁵² rounds to an integer, which then stands in the lowest bits.
  let shifted = x * Constant.inverseLn2 + 0x1.8p52
  let k = shifted - 0x1.8p52
  let r = (x - k * Constant.ln2High) - k * Constant.ln2Low
  let r2 = r * r
  let r4 = r2 * r2
  // In pairs, so that the processor can overlap them.
  let q01 = 1 + r
  let q23 = 0.5 + r * (1.0 / 6)
  let q45 = 1.0 / 24 + r * (1.0 / 120)
  let q67 = 1.0 / 720 + r * (1.0 / 5040)
  let q89 = 1.0 / 40320 + r * (1.0 / 362_880)
  let q1011 = 1.0 / 3_628_800 + r * (1.0 / 39_916_800)
  let q = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * (q89 + r2 * q1011))
  return q * Double(bitPattern: (shifted.bitPattern &+ 1023) &<< 52)
}

/// A number held between −150 and 150, where every function of a Float has reached its limit.
@inline(__always)
private func bounded(_ x: Float) -> Double {
  var x = Double(x)
  x = x > 150 ? 150 : x
  return x < -150 ? -150 : x
}

/// The exponential of `x`, rounded from one in `Double`.
@inline(__always)
@_disfavoredOverload
public func exp(_ x: Float) -> Float { Float(boundedExponential(bounded(x))) }

/// The logistic function `1 / (1 + e⁻ˣ)`, rounded from one in `Double`.
@inline(__always)
@_disfavoredOverload
public func sigmoid(_ x: Float) -> Float {
  Float(1 / (1 + boundedExponential(-bounded(x))))
}

/// The hyperbolic tangent, rounded from one in `Double`.
///
/// With `t = e^(−2|x|)` it is `(1 − t) / (1 + t)`, and below 0.02, where that loses digits, its Taylor
/// series.
@inline(__always)
@_disfavoredOverload
public func tanh(_ x: Float) -> Float {
  let value = bounded(x)
  let magnitude = abs(value)
  let t = boundedExponential(-2 * (magnitude > 20 ? 20 : magnitude))
  let quotient = (1 - t) / (1 + t)
  let z = value * value
  let series =
    magnitude
    + magnitude * (z * (-1.0 / 3 + z * (2.0 / 15 + z * (-17.0 / 315 + z * (62.0 / 2835)))))
  let result = magnitude < 0.02 ? series : quotient
  return Float(Double(signOf: value, magnitudeOf: result))
}
