import Backprop

/// The type of the numbers of a tensor in a safetensors file.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
  /// Floating point of double precision.
  case f64 = "F64"
  /// Floating point of single precision.
  case f32 = "F32"
  /// Floating point of half precision.
  case f16 = "F16"
  /// The upper half of single precision.
  case bf16 = "BF16"
  /// Whole numbers of 64 bits with a sign.
  case i64 = "I64"
  /// Whole numbers of 32 bits with a sign.
  case i32 = "I32"
  /// Whole numbers of 16 bits with a sign.
  case i16 = "I16"
  /// Whole numbers of 8 bits with a sign.
  case i8 = "I8"
  /// Whole numbers of 64 bits without a sign.
  case u64 = "U64"
  /// Whole numbers of 32 bits without a sign.
  case u32 = "U32"
  /// Whole numbers of 16 bits without a sign.
  case u16 = "U16"
  /// Whole numbers of 8 bits without a sign.
  case u8 = "U8"
  /// True or false.
  case bool = "BOOL"
  /// Eight-bit floating point, three bits of it fraction.
  case f8e4m3 = "F8_E4M3"
  /// Eight-bit floating point, two bits of it fraction.
  case f8e5m2 = "F8_E5M2"

  /// The type in which a tensor's numbers are written: F32 for `Float`, else F64.
  public init<S: Scalar>(_ type: S.Type) { self = S.self == Float.self ? .f32 : .f64 }

  /// How many bytes a number takes.
  public var size: Int {
    switch self {
    case .f64, .i64, .u64: 8
    case .f32, .i32, .u32: 4
    case .f16, .bf16, .i16, .u16: 2
    case .i8, .u8, .bool, .f8e4m3, .f8e5m2: 1
    }
  }

  /// Whether numbers of this type can be read; the others only stand beside those that can.
  public var isReadable: Bool { self != .f8e4m3 && self != .f8e5m2 }
}

/// The value of a number of half precision, by IEEE 754: a sign, 5 bits of exponent, 10 of fraction.
func half(_ bits: UInt16) -> Float {
  let sign: Float = bits & 0x8000 == 0 ? 1 : -1
  let exponent = Int(bits >> 10 & 0x1F)
  let fraction = Float(bits & 0x3FF)
  switch exponent {
  case 0: return sign * fraction * 0x1p-24
  case 31:
    // A NaN keeps its bits.
    return Float(
      bitPattern: UInt32(bits & 0x8000) << 16 | 0x7F80_0000 | UInt32(bits & 0x3FF) << 13)
  default:
    return sign * (1 + fraction * 0x1p-10)
      * Float(sign: .plus, exponent: exponent - 15, significand: 1)
  }
}

/// The value of a number of the type bfloat16: the upper half of single precision.
func brainFloat(_ bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }
