/// Rounds numbers to decimal places without the error of computing in floating point, for texts of so
/// many digits that this error would show.
///
/// A number is m · 2ᵉ; times 10ᵈ it is an integer of at most some 1100 bits, cut at a binary place.
enum DecimalRounding {
  /// |value| · 10^decimals rounded to an integer, halves away from zero, and what the rounding added,
  /// from −½ to ½. Nil where the integer would have more than 18 digits, or for what is not finite.
  static func rounded(_ value: Double, decimals: Int) -> (mantissa: UInt64, error: Double)? {
    let size = value.magnitude
    guard size.isFinite else { return nil }
    if size == 0 { return (0, 0) }
    let exponent = Decimal.exponent(size)
    if exponent + decimals > 17 { return nil }
    // A coarse measure of so small a rest is enough.
    if exponent + decimals < -2 { return (0, -Decimal.power(exponent + decimals)) }
    let field = Int(size.bitPattern >> 52)
    var significand = size.bitPattern & 0xF_FFFF_FFFF_FFFF
    if field > 0 { significand |= 0x10_0000_0000_0000 }
    var shift = max(field, 1) - 1075
    // Limbs of 32 bits, the least first.
    var limbs = [significand & 0xFFFF_FFFF, significand >> 32]
    if decimals > 0 {
      multiply(&limbs, byPowerOf: 5, decimals, atMost: 13)
      shift += decimals
    }
    var fraction = 0.0
    if shift >= 0 {
      multiply(&limbs, byPowerOf: 2, shift, atMost: 31)
    } else {
      // Up to whole limbs, of which those beyond the binary point are the fraction.
      let cut = (31 - shift) / 32
      multiply(&limbs, byPowerOf: 2, cut * 32 + shift, atMost: 31)
      for index in 0..<cut {
        fraction = (fraction + (index < limbs.count ? Double(limbs[index]) : 0)) / 4_294_967_296
      }
      limbs = cut < limbs.count ? Array(limbs[cut...]) : [0]
    }
    for _ in 0..<max(0, -decimals) {
      fraction = (fraction + Double(divideByTen(&limbs))) / 10
    }
    var mantissa = limbs[0]
    if limbs.count > 1 { mantissa |= limbs[1] << 32 }
    if fraction < 0.5 { return (mantissa, -fraction) }
    return (mantissa + 1, 1 - fraction)
  }

  /// Multiplies by baseᵉ, so many factors at a time as 32 bits hold.
  private static func multiply(
    _ limbs: inout [UInt64], byPowerOf base: UInt64, _ exponent: Int, atMost step: Int
  ) {
    var remaining = exponent
    while remaining > 0 {
      var factor: UInt64 = 1
      for _ in 0..<min(step, remaining) { factor *= base }
      remaining -= min(step, remaining)
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = limbs[index] * factor + carry
        limbs[index] = product & 0xFFFF_FFFF
        carry = product >> 32
      }
      if carry > 0 { limbs.append(carry) }
    }
  }

  /// Divides by ten; returns the remainder.
  private static func divideByTen(_ limbs: inout [UInt64]) -> UInt64 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let value = remainder << 32 | limbs[index]
      limbs[index] = value / 10
      remainder = value % 10
    }
    return remainder
  }
}
