/// The error function `2/√π ∫₀ˣ e^(−t²) dt`, within 3 ulp.
///
/// Near zero its Taylor series `2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1))`; further out `1 − erfc x`.
@_disfavoredOverload
public func erf(_ x: Double) -> Double {
  if x.isNaN { return x }
  let magnitude = abs(x)
  if magnitude < 0.5 { return errorSeries(x) }
  if magnitude > 6 { return x < 0 ? -1 : 1 }
  let result = 1 - complementOfPositive(magnitude)
  return x < 0 ? -result : result
}

/// The complement `1 − erf x`, within 4 ulp also where it is tiny.
@_disfavoredOverload
public func erfc(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x < 0.5 { return x > -0.5 ? 1 - errorSeries(x) : 2 - erfc(-max(x, -7)) }
  return x > 27.3 ? 0 : complementOfPositive(x)
}

/// The cumulative normal distribution `Φ(x) = ½ erfc(−x/√2)`: how likely a normally distributed
/// number of mean 0 and standard deviation 1 is to be below `x`. Within 4 ulp, tails included.
public func cumulativeNormal(_ x: Double) -> Double {
  if x.isNaN { return x }
  let magnitude = abs(x)
  let y = magnitude * 0.7071067811865476
  if y < 0.5 { return 0.5 + 0.5 * errorSeries(x * 0.7071067811865476) }
  if magnitude > 38.6 { return x < 0 ? 0 : 1 }
  // x² as an exact product: y² would carry the rounding of y into the exponent.
  let square = ExtendedDouble(magnitude, times: magnitude)
  let tail = exponential(
    ofNegated: ExtendedDouble(0.5 * square.high, 0.5 * square.low),
    times: 0.5 * scaledComplement(y))
  return x < 0 ? tail : 1 - tail
}

/// The error function, rounded from the one in `Double`.
@_disfavoredOverload
public func erf(_ x: Float) -> Float { Float(erf(Double(x))) }

/// The complement `1 − erf x`, rounded from the one in `Double`.
@_disfavoredOverload
public func erfc(_ x: Float) -> Float { Float(erfc(Double(x))) }

/// The cumulative normal distribution, rounded from the one in `Double`.
@_disfavoredOverload
public func cumulativeNormal(_ x: Float) -> Float { Float(cumulativeNormal(Double(x))) }

/// `erf x` for `|x| < ½`, where 14 terms leave less than 2⁻⁶⁰ of it.
private func errorSeries(_ x: Double) -> Double {
  let z = -x * x
  // Σ zⁿ / (n! (2n + 1)) for n = 1...13, from the last term on.
  var sum = 0.0
  var factorial = 6_227_020_800.0
  var n = 13.0
  while n >= 1 {
    sum = z * (1 / (factorial * (2 * n + 1)) + sum)
    factorial /= n
    n -= 1
  }
  // 2/√π = 1 + c; the 1 is added separately, so that the product's rounding is that of the small part.
  let c = 0.1283791670955126
  return x + x * (c + (1 + c) * sum)
}

/// `erfc x` for `½ ≤ x ≤ 27.3`.
private func complementOfPositive(_ x: Double) -> Double {
  exponential(ofNegated: ExtendedDouble(x, times: x), times: scaledComplement(x))
}

/// `e⁻ᵘ · factor`, with one rounding where the result is subnormal.
private func exponential(ofNegated u: ExtendedDouble, times factor: Double) -> Double {
  let (exponent, fraction) = reducedExponential(ExtendedDouble(-u.high, -u.low))
  return scaled(onePlus(fraction).rounded * factor, byPowerOfTwo: exponent)
}

/// `e^(x²) erfc x` for `x ≥ ½`: a Chebyshev series of `(1 + 2x) e^(x²) erfc x`, which stays between
/// 1.1 and 1.3, in `s = (x − 4.75) / (x + 3.75)`, which runs from −1 to 1.
///
/// Source: M. Shepherd and J. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in
/// 0 ≤ x < ∞", Mathematics of Computation 36 (1981); the coefficients are computed for this
/// interval by `Oracles/error_function.py`.
private func scaledComplement(_ x: Double) -> Double {
  let s = (x - 4.75) / (x + 3.75)
  // Clenshaw's recurrence.
  var next = 0.0
  var current = 0.0
  for coefficient in complementCoefficients {
    (current, next) = (coefficient + 2 * s * current - next, current)
  }
  return (current - s * next) / (1 + 2 * x)
}

/// The coefficients of the Chebyshev series, the last first.
private let complementCoefficients: [Double] = [
  -6.253513468141661e-19,
  5.175881967295343e-19,
  1.8089668415515608e-17,
  -2.1849878520778407e-17,
  -5.415558885519268e-16,
  1.1690084467834413e-15,
  1.6260780477370676e-14,
  -6.43625459109831e-14,
  -4.440652602469761e-13,
  3.3790897880065413e-12,
  7.129201208528781e-12,
  -1.575268436129396e-10,
  3.47221966254329e-10,
  5.162357979173963e-09,
  -4.563538388649774e-08,
  6.060729559673998e-08,
  1.8855545928961662e-06,
  -2.2031234655936493e-05,
  0.00014982479112138588,
  -0.0007508778230431329,
  0.002942133407309639,
  -0.009002331393380927,
  0.019905393893364882,
  -0.01989843161011852,
  -0.07449995301009735,
  1.209553534186438,
]
