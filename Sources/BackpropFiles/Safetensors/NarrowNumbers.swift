// The values of floating-point numbers of 16 bits and fewer, all of which single precision holds.

/// The value of a number of half precision, by IEEE 754: a sign, 5 bits of exponent, 10 of
/// fraction.
func half(_ bits: UInt16) -> Float {
  // A NaN keeps its bits.
  if bits >> 10 & 0x1F == 31 {
    return Float(
      bitPattern: UInt32(bits & 0x8000) << 16 | 0x7F80_0000 | UInt32(bits & 0x3FF) << 13)
  }
  return finite(bits, exponentBits: 5, fractionBits: 10, bias: 15)
}

/// The value of a number of the type bfloat16: the upper half of single precision.
func brainFloat(_ bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }

/// The values of the 256 numbers of a type of eight bits; nil for other types.
///
/// Sources: P. Micikevicius et al., "FP8 formats for deep learning" (2022), for E4M3 and E5M2; B.
/// Noune et al., "8-bit numerical formats for deep neural networks" (2022), for FNUZ; Open Compute
/// Project, "OCP microscaling formats (MX) specification" (2023), for E8M0.
func eightBitValues(_ type: ElementType) -> [Float]? {
  let value: (UInt16) -> Float
  switch type {
  case .f8e4m3:
    // Numbers have the largest exponent too; only with all bits of the fraction set it is NaN.
    value = { bits in
      bits & 0x7F == 0x7F ? .nan : finite(bits, exponentBits: 4, fractionBits: 3, bias: 7)
    }
  case .f8e5m2:
    // The upper half of half precision.
    value = { bits in half(bits << 8) }
  case .f8e4m3fnuz:
    value = { bits in
      bits == 0x80 ? .nan : finite(bits, exponentBits: 4, fractionBits: 3, bias: 8)
    }
  case .f8e5m2fnuz:
    value = { bits in
      bits == 0x80 ? .nan : finite(bits, exponentBits: 5, fractionBits: 2, bias: 16)
    }
  case .f8e8m0:
    value = { bits in
      bits == 0xFF ? .nan : Float(sign: .plus, exponent: Int(bits) - 127, significand: 1)
    }
  default: return nil
  }
  return (0...255).map(value)
}

/// The values of the 16 numbers of the type F4, whose 2 bits of exponent are all those of numbers.
///
/// Source: Open Compute Project, "OCP microscaling formats (MX) specification" (2023), section
/// 5.3.3.
let fourBitValues: [Float] = (0...15).map {
  finite($0, exponentBits: 2, fractionBits: 1, bias: 1)
}

/// The value of a sign, an exponent and a fraction in the lowest bits, of which no exponent stands
/// for infinity and NaN; with the exponent zero the fraction has no 1 before it.
private func finite(
  _ bits: UInt16, exponentBits: Int, fractionBits: Int, bias: Int
) -> Float {
  let sign: Float = bits >> (exponentBits + fractionBits) & 1 == 0 ? 1 : -1
  let exponent = Int(bits >> fractionBits) & (1 << exponentBits - 1)
  let fraction = Int(bits) & (1 << fractionBits - 1)
  let significand = exponent == 0 ? fraction : fraction + 1 << fractionBits
  return sign * Float(significand)
    * Float(sign: .plus, exponent: max(exponent, 1) - bias - fractionBits, significand: 1)
}
