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
  /// Eight-bit floating point, three bits of it fraction, without infinities.
  case f8e4m3 = "F8_E4M3"
  /// Eight-bit floating point, two bits of it fraction.
  case f8e5m2 = "F8_E5M2"
  /// As ``f8e4m3``, with one zero and one NaN.
  case f8e4m3fnuz = "F8_E4M3FNUZ"
  /// As ``f8e5m2``, with one zero and one NaN, without infinities.
  case f8e5m2fnuz = "F8_E5M2FNUZ"
  /// Powers of two in eight bits, which scale blocks of other numbers.
  case f8e8m0 = "F8_E8M0"
  /// Four-bit floating point, one bit of it fraction; of two in a byte the lower bits come first.
  case f4 = "F4"
  /// Six-bit floating point, three bits of it fraction. Can't be read.
  case f6e2m3 = "F6_E2M3"
  /// Six-bit floating point, two bits of it fraction. Can't be read.
  case f6e3m2 = "F6_E3M2"
  /// Complex numbers of single precision. Can't be read.
  case c64 = "C64"

  /// The type in which a tensor's numbers are written: F32 for `Float`, else F64.
  public init<S: Scalar>(_ type: S.Type) { self = S.self == Float.self ? .f32 : .f64 }

  /// How many bits a number takes.
  public var bitCount: Int {
    switch self {
    case .f64, .i64, .u64, .c64: 64
    case .f32, .i32, .u32: 32
    case .f16, .bf16, .i16, .u16: 16
    case .i8, .u8, .bool, .f8e4m3, .f8e5m2, .f8e4m3fnuz, .f8e5m2fnuz, .f8e8m0: 8
    case .f6e2m3, .f6e3m2: 6
    case .f4: 4
    }
  }

  /// Whether numbers of this type can be read; the others only stand beside those that can: of
  /// complex numbers there are no tensors here, and nothing specifies how numbers of six bits
  /// lie in bytes.
  public var isReadable: Bool { self != .c64 && self != .f6e2m3 && self != .f6e3m2 }
}
