/// The sine of `x` radians, within 1 ulp for every finite `x`.
@_disfavoredOverload
public func sin(_ x: Double) -> Double {
  if abs(x) < 0x1p-27 || x.isNaN { return x }
  if x.isInfinite { return .nan }
  let (quadrant, rest) = reducedAngle(x)
  switch quadrant & 3 {
  case 0: return sine(rest)
  case 1: return cosine(rest)
  case 2: return -sine(rest)
  default: return -cosine(rest)
  }
}

/// The cosine of `x` radians, within 1 ulp for every finite `x`.
@_disfavoredOverload
public func cos(_ x: Double) -> Double {
  if !x.isFinite { return .nan }
  let (quadrant, rest) = reducedAngle(x)
  switch quadrant & 3 {
  case 0: return cosine(rest)
  case 1: return -sine(rest)
  case 2: return -cosine(rest)
  default: return sine(rest)
  }
}

/// The sine of `x` radians, rounded from the one in `Double`.
@_disfavoredOverload
public func sin(_ x: Float) -> Float { Float(sin(Double(x))) }

/// The cosine of `x` radians, rounded from the one in `Double`.
@_disfavoredOverload
public func cos(_ x: Float) -> Float { Float(cos(Double(x))) }

/// The Taylor series of the sine for `|x| ≤ π/4`.
@inline(__always)
private func sine(_ x: ExtendedDouble) -> Double {
  let z = x.high * x.high
  // Σ (−1)ⁿ zⁿ/(2n + 3)!, the first term being −1/3!
  var p = 1.0 / 355_687_428_096_000
  p = 1.0 / 1_307_674_368_000 - z * p
  p = 1.0 / 6_227_020_800 - z * p
  p = 1.0 / 39_916_800 - z * p
  p = 1.0 / 362_880 - z * p
  p = 1.0 / 5040 - z * p
  p = 1.0 / 120 - z * p
  p = 1.0 / 6 - z * p
  return x.high + (x.low * (1 - 0.5 * z) - z * x.high * p)
}

/// The Taylor series of the cosine for `|x| ≤ π/4`.
@inline(__always)
private func cosine(_ x: ExtendedDouble) -> Double {
  let z = x.high * x.high
  var p = 1.0 / 6_402_373_705_728_000
  p = 1.0 / 20_922_789_888_000 - z * p
  p = 1.0 / 87_178_291_200 - z * p
  p = 1.0 / 479_001_600 - z * p
  p = 1.0 / 3_628_800 - z * p
  p = 1.0 / 40320 - z * p
  p = 1.0 / 720 - z * p
  p = 1.0 / 24 - z * p
  let half = 0.5 * z
  let start = 1 - half
  return start + (((1 - start) - half) + (z * z * p - x.high * x.low))
}

/// The multiple `k` of π/2 that is nearest to `x` (modulo 4), and `x − k π/2`.
///
/// Of the product of `x` and 2/π only the bits from the units of four downwards matter, so it
/// takes 192 bits of 2/π from where they begin.
///
/// Source: M. Payne and R. Hanek, "Radian reduction for trigonometric functions", SIGNUM
/// Newsletter 18 (1983).
private func reducedAngle(_ x: Double) -> (quadrant: Int, rest: ExtendedDouble) {
  let magnitude = abs(x)
  if magnitude <= 0x1.921fb54442d18p-1 { return (0, ExtendedDouble(x)) }

  // |x| = integer · 2^exponent
  let bits = magnitude.bitPattern
  let integer = (bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
  let exponent = Int(bits >> 52) - 1075
  let start = max(exponent - 2, 0)
  let low = integer.multipliedFullWidth(by: bitsOfTwoOverPi(from: start + 128))
  let middle = integer.multipliedFullWidth(by: bitsOfTwoOverPi(from: start + 64))
  let high = integer.multipliedFullWidth(by: bitsOfTwoOverPi(from: start))
  var (w0, w1, w2, w3) = (low.low, UInt64(0), UInt64(0), UInt64(0))
  var carry: Bool
  (w1, carry) = low.high.addingReportingOverflow(middle.low)
  (w2, carry) = (middle.high &+ (carry ? 1 : 0)).addingReportingOverflow(high.low)
  w3 = high.high &+ (carry ? 1 : 0)
  if exponent < 2 {
    let shift = UInt64(2 - exponent)
    w0 = w0 >> shift | w1 << (64 - shift)
    w1 = w1 >> shift | w2 << (64 - shift)
    w2 = w2 >> shift | w3 << (64 - shift)
  }

  // Now |x| · 2/π = (w2, w1, w0) · 2⁻¹⁹⁰ modulo 4: two bits of quadrant, then the fraction.
  var quadrant = Int(w2 >> 62)
  w2 = w2 << 2 | w1 >> 62
  w1 = w1 << 2 | w0 >> 62
  w0 = w0 << 2
  let negative = w2 >> 63 == 1
  if negative {
    quadrant += 1
    (w0, carry) = (~w0).addingReportingOverflow(1)
    (w1, carry) = (~w1).addingReportingOverflow(carry ? 1 : 0)
    w2 = ~w2 &+ (carry ? 1 : 0)
  }
  var scale = 0x1p-53
  if w2 == 0 {
    (w2, w1, w0) = (w1, w0, 0)
    scale *= 0x1p-64
  }
  let zeros = UInt64(w2.leadingZeroBitCount)
  if zeros > 0 {
    w2 = w2 << zeros | w1 >> (64 - zeros)
    w1 = w1 << zeros | w0 >> (64 - zeros)
    scale *= powerOfTwo(-Int(zeros))
  }
  let leading = Double(w2 >> 11) * scale
  let trailing = Double(w2 << 53 | w1 >> 11) * (scale * 0x1p-64)
  let halfPi = ExtendedDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
  let rest = ExtendedDouble(leading, trailing) * halfPi
  guard negative != (x < 0) else {
    return (x < 0 ? -quadrant : quadrant, rest)
  }
  return (x < 0 ? -quadrant : quadrant, ExtendedDouble(-rest.high, -rest.low))
}

/// 64 bits of 2/π, beginning with the one of weight 2^(−offset − 1).
private func bitsOfTwoOverPi(from offset: Int) -> UInt64 {
  let word = offset >> 6
  let shift = UInt64(offset & 63)
  if shift == 0 { return twoOverPi(word) }
  return twoOverPi(word) << shift | twoOverPi(word + 1) >> (64 - shift)
}

/// The binary digits of 2/π after the point, by words of 64.
private func twoOverPi(_ word: Int) -> UInt64 {
  switch word {
  case 0: 0xA2F9_836E_4E44_1529
  case 1: 0xFC27_57D1_F534_DDC0
  case 2: 0xDB62_9599_3C43_9041
  case 3: 0xFE51_63AB_DEBB_C561
  case 4: 0xB724_6E3A_424D_D2E0
  case 5: 0x0649_2EEA_09D1_921C
  case 6: 0xFE1D_EB1C_B129_A73E
  case 7: 0xE882_35F5_2EBB_4484
  case 8: 0xE99C_7026_B45F_7E41
  case 9: 0x3991_D639_8353_39F4
  case 10: 0x9C84_5F8B_BDF9_283B
  case 11: 0x1FF8_97FF_DE05_980F
  case 12: 0xEF2F_118B_5A0A_6D1F
  case 13: 0x6D36_7ECF_27CB_09B7
  case 14: 0x4F46_3F66_9E5F_EA2D
  case 15: 0x7527_BAC7_EBE5_F17B
  case 16: 0x3D07_39F7_8A52_92EA
  case 17: 0x6BFB_5FB1_1F8D_5D08
  case 18: 0x5603_3046_FC7B_6BAB
  default: 0xF0CF_BC20_9AF4_361D
  }
}
