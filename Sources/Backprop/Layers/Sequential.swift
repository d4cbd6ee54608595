/// Layers of any kinds in a row, each taking the result of the one before.
///
///     var network = Sequential {
///       Convolution2D(from: 1, to: 4, size: 3, activation: .relu, using: &generator)
///       MaxPooling2D(size: 2)
///       Flatten()
///       Dense(from: 4 * 13 * 13, to: 10, using: &generator)
///     }
///
/// Between layers there may be `if`, `else` and `for`, whose layers are one part of the row (see ``EitherLayer``,
/// ``OptionalLayer``), and `let`:
///
///     let network = Sequential {
///       let width = 16
///       Dense(from: 2, to: width, activation: .relu, using: &generator)
///       for _ in 0..<depth { Residual(Dense(from: width, to: width, using: &generator)) }
///       if drops { Dropout(rate: 0.5) }
///       Dense(from: width, to: 1, using: &generator)
///     }
///     print(network)      // names, shapes and counts of its parameters
///
/// For a type that can be written down see ``AnyLayer``.
///
/// The parameters are named by the layers' places: `layers.0.weights`, `layers.3.bias`. A layer is
/// reached from the end: `network.layers.last` is the `Dense`, `network.layers.rest.last` the `Flatten`.
public struct Sequential<Layers: LayerRow>: Layer {
  /// The type of the parameters' numbers.
  public typealias Number = Layers.Number

  /// The layers.
  public var layers: Layers

  /// Layers in a row.
  public init(@LayerBuilder _ layers: () -> Layers) { self.layers = layers() }

  /// The result of the last layer.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    pass.inside("layers") { pass in layers(x, in: &pass) }
  }

  /// The ends of the last layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? { layers.saturationRange }

  /// Visits the layers' parameters: `layers.0.weights`, `layers.0.bias` and so on.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    visitor.visit("layers", &layers)
  }
}

/// The layers of a ``Sequential``: one, or a row and one more.
///
///     let row = Sequential {
///       Activate<Double>(.relu)
///       Flatten()
///     }.layers
///     type(of: row).count      // 2
public protocol LayerRow<Number>: Layer {
  /// How many layers there are.
  static var count: Int { get }
}

/// A row of one layer.
///
///     Sequential { Activate<Double>(.relu) }.layers.last.activation      // relu
public struct FirstLayer<Last: Layer>: LayerRow {
  /// The type of the parameters' numbers.
  public typealias Number = Last.Number
  /// The layer.
  public var last: Last

  /// One: this layer.
  public static var count: Int { 1 }

  /// The layer's result.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    pass.run("0", last, x)
  }

  /// The ends of the last layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? { last.saturationRange }

  /// Visits the layer's parameters under its place, `0`.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    visitor.visit("0", &last)
  }
}

/// A row of layers, and one more.
///
///     var network = Sequential {
///       Dense(from: 4, to: 8, using: &generator)
///       Dense(from: 8, to: 1, using: &generator)
///     }
///     network.layers.last          // from 8 to 1
///     network.layers.rest.last     // from 4 to 8
public struct NextLayer<Rest: LayerRow, Last: Layer>: LayerRow where Rest.Number == Last.Number {
  /// The type of the parameters' numbers.
  public typealias Number = Last.Number
  /// The layers before the last.
  public var rest: Rest
  /// The last layer.
  public var last: Last

  /// How many layers there are.
  public static var count: Int { Rest.count + 1 }

  /// The last layer's result.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    let x = rest(x, in: &pass)
    return pass.run(decimal(Rest.count), last, x)
  }

  /// The ends of the last layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? { last.saturationRange }

  /// Visits the layers' parameters under their places.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>) {
    rest.visitParameters(&visitor)
    visitor.visit(decimal(Rest.count), &last)
  }
}

/// Makes a row of the layers that are written one after another.
///
///     func residual<Row: LayerRow>(@LayerBuilder _ layers: () -> Row) -> Residual<Sequential<Row>> {
///       Residual(Sequential(layers))
///     }
@resultBuilder
public enum LayerBuilder {
  /// Begins a row.
  public static func buildPartialBlock<L: Layer>(first: L) -> FirstLayer<L> {
    FirstLayer(last: first)
  }

  /// Adds a layer to a row.
  public static func buildPartialBlock<Rest: LayerRow, Last: Layer>(
    accumulated: Rest, next: Last
  ) -> NextLayer<Rest, Last> where Rest.Number == Last.Number {
    NextLayer(rest: accumulated, last: next)
  }
}

#if !hasFeature(Embedded)
  extension Sequential: CustomStringConvertible {
    /// Its ``Model/summary``; the layers themselves, a line each, are the description of ``layers``.
    public var description: String { summary }
  }

  extension FirstLayer: CustomStringConvertible {
    /// The layer.
    public var description: String { "\(last)" }
  }

  extension NextLayer: CustomStringConvertible {
    /// The layers, a line each.
    public var description: String { "\(rest)\n\(last)" }
  }
#endif
