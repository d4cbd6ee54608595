/// A floating-point number that tensors hold: `Double` or `Float`.
///
/// Its elementary functions are the library's own, so that a result has the same bits on every
/// platform: within 1 ulp for `Double`, and for `Float` rounded from a value in `Double`.
public protocol Scalar: BinaryFloatingPoint, Sendable {
  /// The other type: `Float` for `Double`, `Double` for `Float`.
  associatedtype Counterpart: Scalar where Counterpart.Counterpart == Self
  /// `eˣ`.
  static func exp(_ x: Self) -> Self
  /// `eˣ − 1`.
  static func expm1(_ x: Self) -> Self
  /// `ln x`.
  static func log(_ x: Self) -> Self
  /// `ln(1 + x)`.
  static func log1p(_ x: Self) -> Self
  /// `x` to the power `y`.
  static func pow(_ x: Self, _ y: Self) -> Self
  /// The sine of `x` radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of `x` radians.
  static func cos(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// `1 / (1 + e⁻ˣ)`.
  static func sigmoid(_ x: Self) -> Self
  /// `ln(1 + eˣ)`.
  static func softplus(_ x: Self) -> Self
  /// How likely a number of the standard normal distribution is to be below `x`.
  static func cumulativeNormal(_ x: Self) -> Self
  /// `eˣ` as the accelerated backend has it: within 4 ulp, and never 0 or infinite.
  static func approximateExp(_ x: Self) -> Self
  /// `1 / (1 + e⁻ˣ)` as the accelerated backend has it.
  static func approximateSigmoid(_ x: Self) -> Self
  /// The hyperbolic tangent as the accelerated backend has it.
  static func approximateTanh(_ x: Self) -> Self
  /// `ln(1 + eˣ)` as the accelerated backend has it.
  static func approximateSoftplus(_ x: Self) -> Self
  /// Computes a product of matrices, each sum from its first term to its last.
  static func multiply(_ task: ProductTask<Self>, _ backend: Backend)
  /// Transposes a matrix that lies in memory.
  static func transpose(_ task: TranspositionTask<Self>)
}

// Natively the functions are inlined into loops, which become vectors; in WebAssembly that would gain little,
// and the code would be there many times.
extension Double: Scalar {
  /// The other type of numbers.
  public typealias Counterpart = Float
  /// `eˣ`.
  @inline(__always) public static func exp(_ x: Double) -> Double {
    #if arch(wasm32)
      Backprop.exp(x)
    #else
      inlinedExp(x)
    #endif
  }
  /// `eˣ − 1`.
  @inline(__always) public static func expm1(_ x: Double) -> Double { Backprop.expm1(x) }
  /// The natural logarithm.
  @inline(__always) public static func log(_ x: Double) -> Double { Backprop.log(x) }
  /// `ln(1 + x)`.
  @inline(__always) public static func log1p(_ x: Double) -> Double { Backprop.log1p(x) }
  /// `x` to the power `y`.
  @inline(__always) public static func pow(_ x: Double, _ y: Double) -> Double {
    Backprop.pow(x, y)
  }
  /// The sine of `x` radians.
  @inline(__always) public static func sin(_ x: Double) -> Double { Backprop.sin(x) }
  /// The cosine of `x` radians.
  @inline(__always) public static func cos(_ x: Double) -> Double { Backprop.cos(x) }
  /// The hyperbolic tangent.
  @inline(__always) public static func tanh(_ x: Double) -> Double {
    #if arch(wasm32)
      Backprop.tanh(x)
    #else
      inlinedTanh(x)
    #endif
  }
  /// `1 / (1 + e⁻ˣ)`.
  @inline(__always) public static func sigmoid(_ x: Double) -> Double {
    #if arch(wasm32)
      Backprop.sigmoid(x)
    #else
      inlinedSigmoid(x)
    #endif
  }
  /// `ln(1 + eˣ)`.
  @inline(__always) public static func softplus(_ x: Double) -> Double {
    #if arch(wasm32)
      Backprop.softplus(x)
    #else
      inlinedSoftplus(x)
    #endif
  }
  /// `Φ(x)`, the cumulative normal distribution.
  @inline(__always) public static func cumulativeNormal(_ x: Double) -> Double {
    Backprop.cumulativeNormal(x)
  }
}

extension Float: Scalar {
  /// The other type of numbers.
  public typealias Counterpart = Double
  /// `eˣ`.
  @inline(__always) public static func exp(_ x: Float) -> Float { Backprop.exp(x) }
  /// `eˣ − 1`.
  @inline(__always) public static func expm1(_ x: Float) -> Float { Backprop.expm1(x) }
  /// The natural logarithm.
  @inline(__always) public static func log(_ x: Float) -> Float { Backprop.log(x) }
  /// `ln(1 + x)`.
  @inline(__always) public static func log1p(_ x: Float) -> Float { Backprop.log1p(x) }
  /// `x` to the power `y`.
  @inline(__always) public static func pow(_ x: Float, _ y: Float) -> Float { Backprop.pow(x, y) }
  /// The sine of `x` radians.
  @inline(__always) public static func sin(_ x: Float) -> Float { Backprop.sin(x) }
  /// The cosine of `x` radians.
  @inline(__always) public static func cos(_ x: Float) -> Float { Backprop.cos(x) }
  /// The hyperbolic tangent.
  @inline(__always) public static func tanh(_ x: Float) -> Float { Backprop.tanh(x) }
  /// `1 / (1 + e⁻ˣ)`.
  @inline(__always) public static func sigmoid(_ x: Float) -> Float { Backprop.sigmoid(x) }
  /// `ln(1 + eˣ)`.
  @inline(__always) public static func softplus(_ x: Float) -> Float { Backprop.softplus(x) }
  /// `Φ(x)`, the cumulative normal distribution.
  @inline(__always) public static func cumulativeNormal(_ x: Float) -> Float {
    Backprop.cumulativeNormal(x)
  }
}
