/// The simplest recurrent layer: `hₜ = f(W_ih xₜ + W_hh hₜ₋₁ + b)`, with `f` the hyperbolic tangent or
/// another activation.
///
///     let rnn = RNN(from: 3, units: 8, using: &generator)
///     let hidden = rnn(x)      // [time, n, 3] becomes [time, n, 8]
///
/// Source: J. Elman, "Finding structure in time", Cognitive Science 14 (1990).
public struct RNN<S: Scalar>: RecurrentLayer {
  /// `W_ih`, of shape `[units, inputs]`.
  public var weightIH: Tensor<S>
  /// `W_hh`, of shape `[units, units]`.
  public var weightHH: Tensor<S>
  /// `b`, of shape `[units]`. PyTorch has two, of which this is the sum.
  public var bias: Tensor<S>
  /// `f`.
  public var activation: Activation

  /// A layer of given weights, `[units, inputs]` and `[units, units]`, and bias, `[units]`. Traps for
  /// other shapes.
  public init(
    weightIH: Tensor<S>, weightHH: Tensor<S>, bias: Tensor<S>, activation: Activation = .tanh,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireRecurrent(
      weightIH.shape, weightHH.shape, [bias.shape], gates: 1, "An RNN", file: file, line: line)
    self.weightIH = weightIH
    self.weightHH = weightHH
    self.bias = bias
    self.activation = activation
  }

  /// A layer of random weights, uniform in `±1/√units`, and no bias. Traps for negative sizes.
  public init(
    from inputs: Int, units: Int, activation: Activation = .tanh,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, units, file, line)
    self.init(random: (inputs, units), activation, &generator)
  }

  fileprivate init(
    random size: (inputs: Int, units: Int), _ activation: Activation,
    _ generator: inout RandomNumbers
  ) {
    let units = size.units
    self.init(
      weightIH: recurrentWeights([units, size.inputs], units: units, using: &generator),
      weightHH: recurrentWeights([units, units], units: units, using: &generator),
      bias: .zeros([units]), activation: activation)
  }

  /// The size of the hidden state.
  public var units: Int { weightHH.shape[1] }

  /// The state before the first step of `n` sequences: zeros.
  public func initialState(count: Int) -> Tensor<S> { .zeros([count, units]) }

  /// The hidden state, which is all of the state.
  public func hidden(_ state: Tensor<S>) -> Tensor<S> { state }

  /// The hidden state after reading `[n, inputs]`. Traps for other shapes.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func step(
    _ x: Tensor<S>, from hidden: Tensor<S>, file: StaticString, line: UInt
  ) -> Tensor<S> {
    requireStep(x, hidden, weightIH, weightHH, file: file, line: line)
    return activation(
      matmul(x, transposing: weightIH) + matmul(hidden, transposing: weightHH) + bias)
  }

  /// The ends of the activation's values, if it has two.
  public var saturationRange: ClosedRange<Double>? { activation.saturationRange }

  /// Visits `weightIH`, `weightHH` and `bias`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weightIH", &weightIH)
    visitor.visit("weightHH", &weightHH)
    visitor.visit("bias", &bias)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension RNN where S == Double {
  /// A layer of random weights, uniform in `±1/√units`, and no bias. Traps for negative sizes.
  public init(
    from inputs: Int, units: Int, activation: Activation = .tanh,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, units, file, line)
    self.init(random: (inputs, units), activation, &generator)
  }
}
