/// Puts all numbers of an example in a row: `[n, …]` becomes `[n, count]`.
///
///     Flatten()(Tensor([[[1, 2], [3, 4]]]))      // [[1.0, 2.0, 3.0, 4.0]]
public struct Flatten<S: Scalar>: Layer {
  /// A layer that flattens.
  public init() {}

  /// The same numbers as `[n, count]`. Traps for a scalar, which has no examples.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    require(x.rank > 0, "Flatten takes [n, …], not a scalar.", in: pass)
    return x.reshaped([x.shape[0], elementCount(Array(x.shape[1...]))])
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

// Where nothing says what the numbers are, this makes them doubles.
extension Flatten where S == Double {
  /// A layer that flattens.
  public init() {}
}

#if !hasFeature(Embedded)
  extension Flatten: CustomStringConvertible {
    /// The layer as it would be written.
    public var description: String { "Flatten()" }
  }
#endif
