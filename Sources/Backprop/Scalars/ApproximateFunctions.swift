// The functions of the accelerated backend: within 4 ulp where the others are within 1, and without
// branches, so that loops over them become vectors: of the numbers' own type, but for Float's
// softplus, which is computed in Double.

/// `eˣ` for `|x| ≤ 708`: `x = k ln 2 + r`, and the Taylor series of `eʳ` to the 13th power.
@inline(__always)
private func boundedExponential(_ x: Double) -> Double {
  // Adding 1.5 · 2⁵² rounds to an integer, which then stands in the lowest bits.
  let shifted = x * Constant.inverseLn2 + 0x1.8p52
  let k = shifted - 0x1.8p52
  let r = (x - k * Constant.ln2High) - k * Constant.ln2Low
  let r2 = r * r
  let r4 = r2 * r2
  let q23 = 0.5 + r * (1.0 / 6)
  let q45 = 1.0 / 24 + r * (1.0 / 120)
  let q67 = 1.0 / 720 + r * (1.0 / 5040)
  let q89 = 1.0 / 40320 + r * (1.0 / 362_880)
  let q1011 = 1.0 / 3_628_800 + r * (1.0 / 39_916_800)
  let q1213 = 1.0 / 479_001_600 + r * (1.0 / 6_227_020_800)
  let q = (q23 + r2 * q45) + r4 * ((q67 + r2 * q89) + r4 * (q1011 + r2 * q1213))
  return (1 + (r + r2 * q)) * Double(bitPattern: (shifted.bitPattern &+ 1023) &<< 52)
}

/// `eˣ` for `|x| ≤ 87`, by the series to the 7th power.
@inline(__always)
private func boundedExponential(_ x: Float) -> Float {
  let shifted = x * 0x1.715476p+0 + 0x1.8p23
  let k = shifted - 0x1.8p23
  let r = (x - k * 0x1.62e400p-1) - k * 0x1.7f7d1cp-20
  let r2 = r * r
  let q23: Float = 0.5 + r * (1.0 / 6)
  let q45: Float = 1.0 / 24 + r * (1.0 / 120)
  let q67: Float = 1.0 / 720 + r * (1.0 / 5040)
  let q = q23 + r2 * (q45 + r2 * q67)
  return (1 + (r + r2 * q)) * Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
}

/// `ln(1 + t) = 2 artanh(t / (2 + t))` for `0 ≤ t ≤ 1`, by its series.
@inline(__always)
private func boundedLog1p(_ t: Double) -> Double {
  let s = t / (2 + t)
  let z = s * s
  var p = 2.0 / 35
  p = 2.0 / 33 + z * p
  p = 2.0 / 31 + z * p
  p = 2.0 / 29 + z * p
  p = 2.0 / 27 + z * p
  p = 2.0 / 25 + z * p
  p = 2.0 / 23 + z * p
  p = 2.0 / 21 + z * p
  p = 2.0 / 19 + z * p
  p = 2.0 / 17 + z * p
  p = 2.0 / 15 + z * p
  p = 2.0 / 13 + z * p
  p = 2.0 / 11 + z * p
  p = 2.0 / 9 + z * p
  p = 2.0 / 7 + z * p
  p = 2.0 / 5 + z * p
  p = 2.0 / 3 + z * p
  return s * (2 + z * p)
}

/// A number held between two limits; NaN stays.
@inline(__always)
private func held<S: Scalar>(_ x: S, _ limit: S) -> S {
  let x = x > limit ? limit : x
  return x < -limit ? -limit : x
}

extension Double {
  /// `eˣ`, approximately: between `e⁻⁷⁰⁸` and `e⁷⁰⁸`.
  @inline(__always)
  public static func approximateExp(_ x: Double) -> Double { boundedExponential(held(x, 708)) }

  /// `1 / (1 + e⁻ˣ)`, approximately.
  @inline(__always)
  public static func approximateSigmoid(_ x: Double) -> Double {
    1 / (1 + boundedExponential(held(-x, 708)))
  }

  /// The hyperbolic tangent, approximately.
  @inline(__always)
  public static func approximateTanh(_ x: Double) -> Double {
    let magnitude = abs(x)
    let t = boundedExponential(-2 * held(magnitude, 20))
    let quotient = (1 - t) / (1 + t)
    // Where 1 − t loses digits, the Taylor series.
    let z = magnitude * magnitude
    var p = -929_569.0 / 638_512_875
    p = 21844.0 / 6_081_075 + z * p
    p = -1382.0 / 155_925 + z * p
    p = 62.0 / 2835 + z * p
    p = -17.0 / 315 + z * p
    p = 2.0 / 15 + z * p
    p = -1.0 / 3 + z * p
    let series = magnitude + magnitude * (z * p)
    return Double(signOf: x, magnitudeOf: magnitude < 0.1 ? series : quotient)
  }

  /// `ln(1 + eˣ)`, approximately.
  @inline(__always)
  public static func approximateSoftplus(_ x: Double) -> Double {
    (x > 0 ? x : 0) + boundedLog1p(boundedExponential(held(-abs(x), 708)))
  }
}

extension Float {
  /// `eˣ`, approximately: between `e⁻⁸⁷` and `e⁸⁷`.
  @inline(__always)
  public static func approximateExp(_ x: Float) -> Float { boundedExponential(held(x, 87)) }

  /// `1 / (1 + e⁻ˣ)`, approximately.
  @inline(__always)
  public static func approximateSigmoid(_ x: Float) -> Float {
    1 / (1 + boundedExponential(held(-x, 87)))
  }

  /// The hyperbolic tangent, approximately.
  @inline(__always)
  public static func approximateTanh(_ x: Float) -> Float {
    let magnitude = abs(x)
    let t = boundedExponential(-2 * held(magnitude, 10))
    let quotient = (1 - t) / (1 + t)
    let z = magnitude * magnitude
    let series =
      magnitude
      + magnitude * (z * (-1.0 / 3 + z * (2.0 / 15 + z * (-17.0 / 315 + z * (62.0 / 2835)))))
    return Float(signOf: x, magnitudeOf: magnitude < 0.25 ? series : quotient)
  }

  /// `ln(1 + eˣ)`, approximately.
  @inline(__always)
  public static func approximateSoftplus(_ x: Float) -> Float {
    Float(Double.approximateSoftplus(Double(x)))
  }
}
