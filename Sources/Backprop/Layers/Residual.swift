/// A layer whose result is added to its input: `x + body(x)`, so that the body has only to learn what
/// is to change.
///
///     Residual(Dense(from: 8, to: 8, activation: .relu, using: &generator))
///
/// Source: K. He, X. Zhang, S. Ren and J. Sun, "Deep residual learning for image recognition", CVPR
/// (2016).
public struct Residual<Body: Layer>: Layer {
  /// The type of the parameters' numbers.
  public typealias Number = Body.Number

  /// The layer beside which the input passes.
  public var body: Body

  /// A layer beside which the input passes.
  public init(_ body: Body) { self.body = body }

  /// Layers in a row beside which the input passes.
  public init<Layers: LayerRow>(@LayerBuilder _ layers: () -> Layers)
  where Body == Sequential<Layers> {
    body = Sequential(layers)
  }

  /// `x + body(x)`. Traps unless the body's result has the shape of `x`.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    let change = pass.run("body", body, x)
    require(
      change.shape == x.shape,
      "The input of a residual layer has the shape \(x.shape), the body's result \(change.shape): "
        + "they must be the same.", in: pass)
    return x + change
  }

  /// Visits the body's parameters: `body.weights` and so on.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    visitor.visit("body", &body)
  }
}

#if !hasFeature(Embedded)
  extension Residual: CustomStringConvertible {
    /// Its ``Model/summary``.
    public var description: String { summary }
  }
#endif
