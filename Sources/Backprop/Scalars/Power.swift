/// The square root, correctly rounded.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// The square root, correctly rounded.
@_disfavoredOverload
public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// `x` to the power `y`, within 1 ulp, with the special cases of IEEE 754 (`pow(0, 0)` is 1).
///
/// `e^(y ln |x|)`, the logarithm in extended precision, since its error is multiplied by `y`.
@_disfavoredOverload
public func pow(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  let yIsInteger = y.rounded(.towardZero) == y
  let yIsOdd = yIsInteger && abs(y) < 0x1p53 && Int64(y) & 1 == 1
  if y.isInfinite {
    if x == -1 { return 1 }
    return (abs(x) > 1) == (y > 0) ? .infinity : 0
  }
  if x == 0 || x.isInfinite {
    let magnitude: Double = (x == 0) == (y > 0) ? 0 : .infinity
    return x.sign == .minus && yIsOdd ? -magnitude : magnitude
  }
  if x < 0 && !yIsInteger { return .nan }
  let magnitude = powerOfPositive(abs(x), y)
  return x < 0 && yIsOdd ? -magnitude : magnitude
}

/// `x` to the power `y`, rounded from the one in `Double`.
@_disfavoredOverload
public func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }

/// `x · x`.
public func square(_ x: Double) -> Double { x * x }

/// `x · x`.
@_disfavoredOverload
public func square(_ x: Float) -> Float { x * x }

private func powerOfPositive(_ x: Double, _ y: Double) -> Double {
  let logarithm = extendedLogarithm(x)
  let estimate = logarithm.high * y
  if estimate > 710 { return .infinity }
  if estimate < -746 { return 0 }
  if abs(estimate) < 0x1p-60 { return 1 }
  let (exponent, fraction) = reducedExponential(logarithm * y)
  return scaled(onePlus(fraction).rounded, byPowerOfTwo: exponent)
}

/// The logarithm of a positive finite `x` to about 2⁻⁶⁸ of its value.
///
/// `ln m = 2s(1 + z/3 + z²/5 + …)` with `z = s²` as in `log`, the first terms in extended
/// precision and the rest, which weighs less than 2⁻¹⁵, in plain.
private func extendedLogarithm(_ x: Double) -> ExtendedDouble {
  let (exponent, significand) = centredSignificand(x)
  let f = significand - 1
  let s = ExtendedDouble(f) / ExtendedDouble(larger: 2, plus: f)
  let z = s * s
  var tail = 1.0 / 27
  var divisor = 25.0
  while divisor >= 7 {
    tail = tail * z.high + 1 / divisor
    divisor -= 2
  }
  var series = ExtendedDouble(0.2, -0x1.999999999999ap-57) + z * tail
  series = ExtendedDouble(1.0 / 3, 0x1.5555555555555p-56) + z * series
  series = ExtendedDouble(1) + z * series
  let logarithm = s * series
  let k = Double(exponent)
  let doubled = ExtendedDouble(2 * logarithm.high, 2 * logarithm.low)
  if exponent == 0 { return doubled }
  return ExtendedDouble(larger: k * Constant.ln2High, plus: k * Constant.ln2Low) + doubled
}
