/// The mean of each channel over all places: `[n, channels, …]` becomes `[n, channels]`.
///
/// Source: M. Lin, Q. Chen and S. Yan, "Network in network", ICLR (2014).
public struct GlobalAveragePooling<S: Scalar>: Layer {
  /// Pooling over all places.
  public init() {}

  /// The means. Traps for fewer than three axes.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    places(x, in: pass).mean(axis: 2)
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

/// The largest number of each channel over all places: `[n, channels, …]` becomes `[n, channels]`.
public struct GlobalMaxPooling<S: Scalar>: Layer {
  /// Pooling over all places.
  public init() {}

  /// The largest numbers. Traps for fewer than three axes, or no places.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    places(x, in: pass).max(axis: 2, file: pass.place.file, line: pass.place.line)
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

/// The places of each channel on one axis.
private func places<S: Scalar>(_ x: Tensor<S>, in pass: Pass<S>) -> Tensor<S> {
  require(
    x.rank >= 3, "Global pooling takes [n, channels, ...] with places, not \(x.shape).", in: pass)
  return x.reshaped([x.shape[0], x.shape[1], elementCount(Array(x.shape[2...]))])
}
