/// Normalises the numbers of each example: `γ (x − μ) / √(σ² + ε) + β`, with the mean `μ` and the
/// variance `σ²` (over `n`, not `n − 1`) of the example's numbers, in training and inference alike.
///
/// The numbers are those of the last axis or axes: for a layer of shape `[features]`, those of a row
/// of `[…, features]`. Adding the same to all of them changes nothing.
///
///     LayerNorm(shape: [2], epsilon: 0)(Tensor([[4, 6], [9, 1]]))      // [[-1.0, 1.0], [1.0, -1.0]]
///
/// Source: J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer normalization", arXiv:1607.06450 (2016).
public struct LayerNorm<S: Scalar>: Layer {
  /// `γ`, of the shape of what is normalised.
  public var scale: Tensor<S>
  /// `β`, of the same shape.
  public var shift: Tensor<S>
  /// `ε`, which keeps numbers that are all equal from being divided by zero.
  public var epsilon: S

  /// A layer for numbers of the given shape, with `γ = 1` and `β = 0`. Traps for an empty shape.
  public init(
    shape: [Int], epsilon: S = 1e-5, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(checked: shape, epsilon, file, line)
  }

  fileprivate init(checked shape: [Int], _ epsilon: S, _ file: StaticString, _ line: UInt) {
    require(
      !shape.isEmpty, "A layer norm is over one axis or more.", file: file, line: line)
    scale = .ones(shape, file: file, line: line)
    shift = .zeros(shape)
    self.epsilon = epsilon
  }

  /// The normalised numbers, in the input's shape. Traps for one that ends in other axes.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let shape = scale.shape
    require(
      x.rank >= shape.count && Array(x.shape.suffix(shape.count)) == shape,
      "A layer norm of shape \(shape) takes a shape that ends so, not \(x.shape).", in: pass)
    let examples = elementCount(Array(x.shape.dropLast(shape.count)))
    let rows = x.reshaped([examples, scale.count])
    let centred = rows - apply(.sumTo(shape: [examples, 1]), rows) / S(scale.count)
    let variance = apply(.sumTo(shape: [examples, 1]), square(centred)) / S(scale.count)
    let normalized = centred / sqrt(variance + epsilon)
    return normalized.reshaped(x.shape) * scale + shift
  }

  /// Visits `scale` and `shift`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("scale", &scale)
    visitor.visit("shift", &shift)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension LayerNorm where S == Double {
  /// A layer for numbers of the given shape, with `γ = 1` and `β = 0`. Traps for an empty shape.
  public init(
    shape: [Int], epsilon: Double = 1e-5, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(checked: shape, epsilon, file, line)
  }
}
