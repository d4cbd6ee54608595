/// A layer of whatever kind: a type that can be written down, stored and put in arrays, where that of a
/// ``Sequential`` says all its layers.
///
///     struct Classifier {
///       var network: AnyLayer<Double>
///     }
///     let small = Classifier(network: AnyLayer(Dense(from: 4, to: 3, using: &generator)))
///     let large = Classifier(
///       network: AnyLayer {
///         Dense(from: 4, to: 8, activation: .relu, using: &generator)
///         Dense(from: 8, to: 3, using: &generator)
///       })
///
/// Parameters have the names that they have in the layer itself. It is a value: a copy that is trained leaves
/// the original as it was.
public struct AnyLayer<S: Scalar>: Layer, @unchecked Sendable {
  // Unchecked, since a box that is not the only owner's is never changed.
  private var box: LayerBox<S>

  /// Some layer.
  public init<L: Layer>(_ layer: L) where L.Number == S { box = BoxOfLayer(layer) }

  /// Layers in a row.
  public init<Layers: LayerRow>(@LayerBuilder _ layers: () -> Layers) where Layers.Number == S {
    box = BoxOfLayer(Sequential(layers))
  }

  /// The layer's result.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    box.result(x, in: &pass)
  }

  /// The ends of the layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? { box.saturationRange }

  /// Visits the layer's parameters, under their own names.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    if !isKnownUniquelyReferenced(&box) { box = box.copy() }
    box.visitParameters(&visitor)
  }

  #if !hasFeature(Embedded)
    /// The layer itself, if it is of a kind; nil if it is of another.
    ///
    ///     layer.as(Dense<Double>.self)?.weights.shape
    public func `as`<L: Layer>(_ kind: L.Type) -> L? where L.Number == S {
      (box as? BoxOfLayer<L>)?.layer
    }
  #endif
}

/// What an ``AnyLayer`` asks of its layer.
private class LayerBox<S: Scalar> {
  func result(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> { x }
  func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
  func copy() -> LayerBox<S> { self }
  var saturationRange: ClosedRange<Double>? { nil }
  #if !hasFeature(Embedded)
    var description: String { "" }
  #endif
}

private final class BoxOfLayer<L: Layer>: LayerBox<L.Number> {
  var layer: L

  init(_ layer: L) { self.layer = layer }

  override func result(_ x: Tensor<L.Number>, in pass: inout Pass<L.Number>) -> Tensor<L.Number> {
    layer(x, in: &pass)
  }

  override func visitParameters(_ visitor: inout ParameterVisitor<L.Number>) {
    layer.visitParameters(&visitor)
  }

  override func copy() -> LayerBox<L.Number> { BoxOfLayer(layer) }

  override var saturationRange: ClosedRange<Double>? { layer.saturationRange }

  #if !hasFeature(Embedded)
    override var description: String { "\(layer)" }
  #endif
}

#if !hasFeature(Embedded)
  extension AnyLayer: CustomStringConvertible {
    /// What the layer says of itself.
    public var description: String { box.description }
  }
#endif
