/// The logistic function `σ(x) = 1 / (1 + e⁻ˣ)`, within 1 ulp at either end.
///
/// `e^(−|x|)` never overflows; for negative `x` the quotient is `eˣ / (1 + eˣ)`. Numerator and
/// denominator are kept in extended precision, so that one rounding remains.
public func sigmoid(_ x: Double) -> Double { inlinedSigmoid(x) }

/// The same, for loops that become vectors.
@inline(__always)
func inlinedSigmoid(_ x: Double) -> Double {
  let (exponent, fraction) = reducedExponential(ExtendedDouble(-abs(x)))
  let scale = powerOfTwo(exponent)
  let power = onePlus(fraction)
  let exponential = ExtendedDouble(power.high * scale, power.low * scale)
  let numerator = ExtendedDouble(
    x < 0 ? exponential.high : 1, x < 0 ? exponential.low : 0)
  let quotient = (numerator / (ExtendedDouble(1) + exponential)).rounded
  // Far below zero it is eˣ to the last bit.
  let tail = x < -745.14 ? 0 : scaled(power.rounded, byPowerOfTwo: exponent)
  let bounded = x > 40 ? 1 : (x < -40 ? tail : quotient)
  return x.isNaN ? x : bounded
}

/// The hyperbolic tangent `(e²ˣ − 1) / (e²ˣ + 1)`, within 1 ulp.
///
/// With `t = e^(−2|x|) − 1`, which keeps its digits near zero, it is `−t / (2 + t)`, with the
/// sign of `x`.
@_disfavoredOverload
public func tanh(_ x: Double) -> Double { inlinedTanh(x) }

/// The same, for loops that become vectors.
@inline(__always)
func inlinedTanh(_ x: Double) -> Double {
  let magnitude = abs(x)
  let (exponent, fraction) = reducedExponential(ExtendedDouble(-2 * magnitude))
  let t = expm1OfNegative(exponent, fraction)
  let quotient = -(t / (ExtendedDouble(2) + t)).rounded
  let result = magnitude > 22 ? 1 : (magnitude < 0x1p-28 ? magnitude : quotient)
  let signed = x < 0 ? -result : result
  // Zeros keep their signs.
  return x.isNaN || x == 0 ? x : signed
}

/// `ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|))`, which overflows nowhere; within 2 ulp.
public func softplus(_ x: Double) -> Double { inlinedSoftplus(x) }

/// The same, for loops that become vectors.
@inline(__always)
func inlinedSoftplus(_ x: Double) -> Double {
  let magnitude = abs(x)
  let sum = (x > 0 ? x : 0) + log1pOfUnit(inlinedExp(-magnitude))
  return x.isNaN ? x : sum
}

/// `ln(1 + eˣ)`, rounded from the one in `Double`.
@_disfavoredOverload
public func softplus(_ x: Float) -> Float { Float(softplus(Double(x))) }
