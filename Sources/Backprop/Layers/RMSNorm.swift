/// Divides the numbers of each example by their root mean square: `γ x / √(Σ x² / n + ε)`, over the last axis
/// or axes. Unlike ``LayerNorm`` it leaves the mean where it is.
///
///     RMSNorm(shape: [2], epsilon: 0)(Tensor([[3, -3], [1, 1]]))      // [[1.0, -1.0], [1.0, 1.0]]
///
/// Source: B. Zhang and R. Sennrich, "Root mean square layer normalization", NeurIPS (2019).
public struct RMSNorm<S: Scalar>: Layer {
  /// `γ`, of the shape of what is normalised.
  public var scale: Tensor<S>
  /// `ε`, which keeps zeros from being divided by zero.
  public var epsilon: S

  /// A layer for numbers of the given shape, with `γ = 1`. Traps for an empty shape.
  public init(
    shape: [Int], epsilon: S = 1e-5, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(!shape.isEmpty, "An RMS norm is over one axis or more.", file: file, line: line)
    scale = .ones(shape, file: file, line: line)
    self.epsilon = epsilon
  }

  /// The normalised numbers, in the input's shape. Traps for one that ends in other axes.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let shape = scale.shape
    require(
      x.rank >= shape.count && Array(x.shape.suffix(shape.count)) == shape,
      "An RMS norm of shape \(shape) takes a shape that ends so, not \(x.shape).", in: pass)
    let rows = x.reshaped([elementCount(Array(x.shape.dropLast(shape.count))), scale.count])
    let squares = square(rows).mean(axis: 1, keepingAxes: true)
    return (rows / sqrt(squares + epsilon)).reshaped(x.shape) * scale
  }

  /// Visits `scale`.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("scale", &scale)
  }
}
