/// A fully connected layer: `activation(W x + b)`.
///
/// | input | result |
/// |---|---|
/// | `[inputs]`, one example | `W x + b`, `[outputs]` |
/// | `[n, inputs]`, an example a row | `x Wᵀ + b`, `[n, outputs]` |
/// | `[…, inputs]`, such as steps of sequences | the same for each row, `[…, outputs]` |
///
///     let layer = Dense(weights: Tensor([[1, 2]]), bias: Tensor([3]), activation: .relu)
///     layer(Tensor([4, 5]))                 // [17.0]
///     layer(Tensor([[4, 5], [-9, 0]]))      // [[17.0], [0.0]]
///
/// Source: F. Rosenblatt, "The perceptron: a probabilistic model for information storage and
/// organization in the brain", Psychological Review 65 (1958).
public struct Dense<S: Scalar>: Layer {
  /// `W`, of shape `[outputs, inputs]`: a row holds the weights of one unit.
  public var weights: Tensor<S>
  /// `b`, of shape `[outputs]`.
  public var bias: Tensor<S>
  /// What is applied to the weighted sums.
  public var activation: Activation

  /// A layer of given weights, `[outputs, inputs]`, and bias, `[outputs]`; traps for other shapes.
  public init(
    weights: Tensor<S>, bias: Tensor<S>, activation: Activation = .identity,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      weights.rank == 2 && bias.shape == [weights.shape[0]],
      "A dense layer takes weights [outputs, inputs] and a bias [outputs], not \(weights.shape) "
        + "and \(bias.shape).", file: file, line: line)
    self.weights = weights
    self.bias = bias
    self.activation = activation
  }

  /// A layer of random weights, uniform in `±√(6 / (inputs + outputs))`, and no bias. Traps for
  /// negative sizes.
  ///
  /// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward
  /// neural networks", AISTATS (2010), equation 16.
  public init(
    from inputs: Int, to outputs: Int, activation: Activation = .identity,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(xavier: (inputs, outputs), activation, using: &generator)
  }

  /// A layer whose weights `[outputs, inputs]` begin in a given way, and no bias. Traps for
  /// negative sizes.
  public init(
    from inputs: Int, to outputs: Int, activation: Activation = .identity,
    initialization: Initialization, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(
      weights: .initial(initialization, shape: [outputs, inputs], using: &generator),
      bias: Tensor(repeating: 0, shape: [outputs]), activation: activation)
  }

  fileprivate init(
    xavier size: (inputs: Int, outputs: Int), _ activation: Activation,
    using generator: inout RandomNumbers
  ) {
    let bound = (S(6) / S(size.inputs + size.outputs)).squareRoot()
    self.init(
      weights: .uniform(in: -bound...bound, shape: [size.outputs, size.inputs], using: &generator),
      bias: Tensor(repeating: 0, shape: [size.outputs]), activation: activation)
  }

  /// The weighted sums `W x + b`, before the activation. Traps for an input of another shape.
  public func weightedSums(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    require(
      x.shape.last == weights.shape[1],
      "A dense layer of weights \(weights.shape) takes [\(weights.shape[1])] or "
        + "[…, \(weights.shape[1])], not \(x.shape).", file: file, line: line)
    if x.rank == 1 { return matmul(weights, x) + bias }
    if x.rank == 2 { return matmul(x, transposing: weights) + bias }
    let examples = Array(x.shape.dropLast())
    let rows = x.reshaped([elementCount(examples), weights.shape[1]])
    return (matmul(rows, transposing: weights) + bias).reshaped(examples + [weights.shape[0]])
  }

  /// The layer's result. Traps for an input of another shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    activation(weightedSums(x, file: file, line: line))
  }

  /// The layer's result, the same in training and inference.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    self(x, file: pass.place.file, line: pass.place.line)
  }

  /// The ends of the activation's values, if it has two.
  public var saturationRange: ClosedRange<Double>? { activation.saturationRange }

  /// Visits `weights` and `bias`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weights", &weights)
    visitor.visit("bias", &bias)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension Dense where S == Double {
  /// A layer of random weights, uniform in `±√(6 / (inputs + outputs))`, and no bias. Traps for
  /// negative sizes.
  ///
  /// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward
  /// neural networks", AISTATS (2010), equation 16.
  public init(
    from inputs: Int, to outputs: Int, activation: Activation = .identity,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(xavier: (inputs, outputs), activation, using: &generator)
  }

  /// A layer whose weights `[outputs, inputs]` begin in a given way, and no bias. Traps for
  /// negative sizes.
  public init(
    from inputs: Int, to outputs: Int, activation: Activation = .identity,
    initialization: Initialization, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(
      weights: .initial(initialization, shape: [outputs, inputs], using: &generator),
      bias: Tensor(repeating: 0, shape: [outputs]), activation: activation)
  }
}

#if !hasFeature(Embedded)
  extension Dense: CustomStringConvertible {
    /// The layer as it would be written: `Dense(weights: [[0.1]], bias: [0.0], activation: tanh)`.
    public var description: String {
      "Dense(weights: \(weights), bias: \(bias), activation: \(activation))"
    }
  }
#endif
