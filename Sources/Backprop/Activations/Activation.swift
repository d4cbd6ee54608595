/// The function that a layer applies to its weighted sums.
public enum Activation: Equatable, Sendable {
  /// The sums themselves.
  case identity
  /// `1 / (1 + e⁻ˣ)`.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// `max(x, 0)`.
  case relu

  /// The function's values.
  public func callAsFunction<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
    switch self {
    case .identity: x
    case .sigmoid: Backprop.sigmoid(x)
    case .tanh: Backprop.tanh(x)
    case .relu: Backprop.relu(x)
    }
  }
}

#if !hasFeature(Embedded)
  extension Activation: CustomStringConvertible {
    /// The name as in Swift: `sigmoid`.
    public var description: String {
      switch self {
      case .identity: "identity"
      case .sigmoid: "sigmoid"
      case .tanh: "tanh"
      case .relu: "relu"
      }
    }
  }
#endif
