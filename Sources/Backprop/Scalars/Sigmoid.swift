/// The logistic function `σ(x) = 1 / (1 + e⁻ˣ)`, within 1 ulp at either end.
///
/// `e^(−|x|)` never overflows; for negative `x` the quotient is `eˣ / (1 + eˣ)`. Numerator and
/// denominator are kept in extended precision, so that one rounding remains.
public func sigmoid(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 40 { return 1 }
  if x < -40 { return exp(x) }
  let (exponent, fraction) = reducedExponential(ExtendedDouble(-abs(x)))
  let scale = powerOfTwo(exponent)
  let power = onePlus(fraction)
  let exponential = ExtendedDouble(power.high * scale, power.low * scale)
  let numerator = x < 0 ? exponential : ExtendedDouble(1)
  return (numerator / (ExtendedDouble(1) + exponential)).rounded
}

/// The hyperbolic tangent `(e²ˣ − 1) / (e²ˣ + 1)`, within 1 ulp.
///
/// With `t = e^(−2|x|) − 1`, which keeps its digits near zero, it is `−t / (2 + t)`, with the
/// sign of `x`.
public func tanh(_ x: Double) -> Double {
  let magnitude = abs(x)
  if !(magnitude <= 22) { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  if magnitude < 0x1p-28 { return x }
  let (exponent, fraction) = reducedExponential(ExtendedDouble(-2 * magnitude))
  let t = expm1OfNegative(exponent, fraction)
  let quotient = (t / (ExtendedDouble(2) + t)).rounded
  return x < 0 ? quotient : -quotient
}

/// `ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|))`, which overflows nowhere; within 2 ulp.
public func softplus(_ x: Double) -> Double {
  if x.isNaN { return x }
  return max(x, 0) + log1p(exp(-abs(x)))
}

/// `ln(1 + eˣ)`, rounded from the one in `Double`.
@_disfavoredOverload
public func softplus(_ x: Float) -> Float { Float(softplus(Double(x))) }
