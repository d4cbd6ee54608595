/// An activation as a layer, for a row of layers: `Activate(.relu)`.
///
///     Sequential {
///       Dense(from: 4, to: 8, using: &generator)
///       Activate(.gelu)
///     }
public struct Activate<S: Scalar>: Layer {
  /// The function that is applied to each number.
  public var activation: Activation

  /// A layer that applies a function to each number.
  public init(_ activation: Activation) { self.activation = activation }

  /// The function's values, in the input's shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> { activation(x) }

  /// The ends of the activation's values, if it has two.
  public var saturationRange: ClosedRange<Double>? { activation.saturationRange }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

// Where nothing says what the numbers are, this makes them doubles.
extension Activate where S == Double {
  /// A layer that applies a function to each number.
  public init(_ activation: Activation) { self.activation = activation }
}

#if !hasFeature(Embedded)
  extension Activate: CustomStringConvertible {
    /// The layer as it would be written: `Activate(relu)`.
    public var description: String { "Activate(\(activation))" }
  }
#endif
