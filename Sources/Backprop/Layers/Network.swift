/// Dense layers in a row, each taking the result of the one before.
///
///     var network = Network(sizes: [2, 8, 1], activation: .tanh, using: &generator)
///     network(Tensor([0.5, -1]))          // one example: [1] number
///     network.layers[0].weights.shape     // [8, 2]
public struct Network<S: Scalar>: Layer {
  /// The layers, the first one first.
  public var layers: [Dense<S>]

  /// A network of given layers; traps unless each takes as many numbers as the one before gives.
  public init(_ layers: [Dense<S>], file: StaticString = #fileID, line: UInt = #line) {
    for (first, second) in zip(layers, layers.dropFirst()) {
      require(
        first.weights.shape[0] == second.weights.shape[1],
        "A layer of weights \(second.weights.shape) cannot follow one of \(first.weights.shape).",
        file: file, line: line)
    }
    self.layers = layers
  }

  /// A network of given layers; traps unless each takes as many numbers as the one before gives.
  public init(_ layers: Dense<S>..., file: StaticString = #fileID, line: UInt = #line) {
    self.init(layers, file: file, line: line)
  }

  /// A network of random layers: sizes `[2, 8, 1]` give one from 2 to 8 and one from 8 to 1.
  ///
  /// - Parameters:
  ///   - activation: That of all layers but the last.
  ///   - output: That of the last.
  ///
  /// Traps for fewer than two sizes, and for negative ones.
  public init(
    sizes: [Int], activation: Activation, output: Activation = .identity,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(sizes: sizes, activation, output, file, line, using: &generator)
  }

  fileprivate init(
    sizes: [Int], _ activation: Activation, _ output: Activation, _ file: StaticString,
    _ line: UInt, using generator: inout RandomNumbers
  ) {
    require(
      sizes.count >= 2, "A network leads from one size to another, or over more; not \(sizes).",
      file: file, line: line)
    var layers: [Dense<S>] = []
    for (index, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
      let isLast = index == sizes.count - 2
      layers.append(
        Dense(
          from: inputs, to: outputs, activation: isLast ? output : activation, using: &generator,
          file: file, line: line))
    }
    self.layers = layers
  }

  /// The network's result for one example, `[inputs]`, or an example a row, `[n, inputs]`. Traps for an
  /// input of another shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    var x = x
    for layer in layers { x = layer(x, file: file, line: line) }
    return x
  }

  /// The network's result, the same in training and inference.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    pass.inside("layers") { pass in layers(x, in: &pass) }
  }

  /// The ends of the last layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? {
    layers.isEmpty ? nil : layers[layers.count - 1].saturationRange
  }

  /// Visits the layers' parameters: `layers.0.weights`, `layers.0.bias` and so on.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("layers", &layers)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension Network where S == Double {
  /// A network of random layers: sizes `[2, 8, 1]` give one from 2 to 8 and one from 8 to 1.
  ///
  /// - Parameters:
  ///   - activation: That of all layers but the last.
  ///   - output: That of the last.
  ///
  /// Traps for fewer than two sizes, and for negative ones.
  public init(
    sizes: [Int], activation: Activation, output: Activation = .identity,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(sizes: sizes, activation, output, file, line, using: &generator)
  }
}

#if !hasFeature(Embedded)
  extension Network: CustomStringConvertible {
    /// Its ``Model/summary``; the numbers are in ``parameters``.
    public var description: String { summary }
  }
#endif
