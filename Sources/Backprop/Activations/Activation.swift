/// The function that a layer applies to its weighted sums.
///
///     let layer = Dense(from: 4, to: 8, activation: .leakyRelu(slope: 0.1), using: &generator)
///     Activation.relu(Tensor([-1, 2]))      // [0.0, 2.0]
///
/// A case stands for the function of its name, where formula, derivative and source are: ``sigmoid(_:)``,
/// ``relu(_:)`` and so on.
public enum Activation: Equatable, Sendable {
  /// The sums themselves.
  case identity
  /// `1 / (1 + e⁻ˣ)`.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// `max(x, 0)`.
  case relu
  /// `x`, or `slope · x` below zero.
  case leakyRelu(slope: Double = 0.01)
  /// `x`, or `scale (eˣ − 1)` below zero.
  case elu(scale: Double = 1)
  /// `x Φ(x)`, with the cumulative normal distribution `Φ`.
  case gelu
  /// GELU with `Φ` approximated by a hyperbolic tangent.
  case geluTanh
  /// `x σ(x)`.
  case silu
  /// `ln(1 + eˣ)`.
  case softplus

  /// The function's values.
  ///
  /// The shape is that of `x`; NaN stays NaN.
  public func callAsFunction<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
    switch self {
    case .identity: x
    case .sigmoid: Backprop.sigmoid(x)
    case .tanh: Backprop.tanh(x)
    case .relu: Backprop.relu(x)
    case .leakyRelu(let slope): Backprop.leakyRelu(x, slope: slope)
    case .elu(let scale): Backprop.elu(x, scale: scale)
    case .gelu: Backprop.gelu(x)
    case .geluTanh: Backprop.geluTanh(x)
    case .silu: Backprop.silu(x)
    case .softplus: Backprop.softplus(x)
    }
  }

  /// The numbers that the function tends to at both ends, where its derivative vanishes: `0...1` for
  /// the sigmoid, `−1...1` for the hyperbolic tangent, nil for those without two ends.
  public var saturationRange: ClosedRange<Double>? {
    switch self {
    case .sigmoid: 0...1
    case .tanh: -1...1
    case .identity, .relu, .leakyRelu, .elu, .gelu, .geluTanh, .silu, .softplus: nil
    }
  }
}

#if !hasFeature(Embedded)
  extension Activation: CustomStringConvertible {
    /// The name as in Swift: `sigmoid`, `leakyRelu(slope: 0.01)`.
    public var description: String {
      switch self {
      case .identity: "identity"
      case .sigmoid: "sigmoid"
      case .tanh: "tanh"
      case .relu: "relu"
      case .leakyRelu(let slope): "leakyRelu(slope: \(slope))"
      case .elu(let scale): "elu(scale: \(scale))"
      case .gelu: "gelu"
      case .geluTanh: "geluTanh"
      case .silu: "silu"
      case .softplus: "softplus"
      }
    }
  }
#endif
