// What `if`, `else` and `for` make in a row of layers. Each is one layer of the row, so that the names of
// those that follow do not depend on what was chosen.

/// The layers of an `if` and its `else` in a ``Sequential``, of which one branch was taken.
///
///     Sequential {
///       Dense(from: 2, to: 8, using: &generator)
///       if isDeep {
///         Dense(from: 8, to: 8, activation: .relu, using: &generator)    // layers.1.0
///         Dense(from: 8, to: 1, using: &generator)                       // layers.1.1
///       } else {
///         Dense(from: 8, to: 1, using: &generator)                       // layers.1.0
///       }
///     }
public struct EitherLayer<First: Layer, Second: Layer>: Layer where First.Number == Second.Number {
  /// The type of the parameters' numbers.
  public typealias Number = First.Number
  /// The layers of the first branch, if that was taken.
  public private(set) var first: First?
  /// The layers of the other branch, if that was taken.
  public private(set) var second: Second?

  init(first: First) { self.first = first }

  init(second: Second) { self.second = second }

  /// The result of the branch that was taken.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    if let first { return first(x, in: &pass) }
    if let second { return second(x, in: &pass) }
    return x
  }

  /// The ends of the branch's results, if it has two.
  public var saturationRange: ClosedRange<Double>? {
    first.map { $0.saturationRange } ?? second?.saturationRange
  }

  /// Visits the parameters of the branch that was taken.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    first?.visitParameters(&visitor)
    second?.visitParameters(&visitor)
  }
}

/// The layers of an `if` without `else` in a ``Sequential``: if they were left out, the input as it is.
///
///     Sequential {
///       Dense(from: 2, to: 8, activation: .relu, using: &generator)
///       if drops { Dropout(rate: 0.5) }
///       Dense(from: 8, to: 1, using: &generator)      // layers.2, with and without
///     }
public struct OptionalLayer<Body: Layer>: Layer {
  /// The type of the parameters' numbers.
  public typealias Number = Body.Number
  /// The layers; nil if they were left out.
  public private(set) var body: Body?

  init(_ body: Body?) { self.body = body }

  /// The layers' result, or the input.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    if let body { return body(x, in: &pass) }
    return x
  }

  /// The ends of the layers' results, if they have two.
  public var saturationRange: ClosedRange<Double>? { body?.saturationRange }

  /// Visits the layers' parameters, if they are there.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    body?.visitParameters(&visitor)
  }
}

extension LayerBuilder {
  /// The layers of an `if` without `else`.
  public static func buildOptional<Row: LayerRow>(_ row: Row?) -> OptionalLayer<Row> {
    OptionalLayer(row)
  }

  /// The layers of an `if` that has an `else`.
  public static func buildEither<First: LayerRow, Second: LayerRow>(
    first: First
  ) -> EitherLayer<First, Second> { EitherLayer(first: first) }

  /// The layers of an `else`.
  public static func buildEither<First: LayerRow, Second: LayerRow>(
    second: Second
  ) -> EitherLayer<First, Second> { EitherLayer(second: second) }

  /// The layers of a `for`: one part of the row, `layers.1`, which has one part for each turn, `layers.1.0`,
  /// with the layers of the turn, `layers.1.0.0`.
  public static func buildArray<Row: LayerRow>(_ turns: [Row]) -> [Row] { turns }
}

#if !hasFeature(Embedded)
  extension EitherLayer: CustomStringConvertible {
    /// The layers of the branch that was taken, a line each.
    public var description: String { first.map { "\($0)" } ?? second.map { "\($0)" } ?? "" }
  }

  extension OptionalLayer: CustomStringConvertible {
    /// The layers, a line each; empty if they were left out.
    public var description: String { body.map { "\($0)" } ?? "" }
  }
#endif
