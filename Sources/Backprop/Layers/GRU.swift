/// A gated recurrent unit: a recurrent layer that mixes its state with a new one.
///
/// With `p = W_ih xₜ + b_ih` and `q = W_hh hₜ₋₁ + b_hh`, each in three parts `r`, `z`, `n`, in PyTorch's
/// order and with its reset gate after the product:
///
///     r = σ(pᵣ + qᵣ)
///     z = σ(p_z + q_z)
///     n = tanh(pₙ + r qₙ)
///     h ← (1 − z) n + z h
///
///     let gru = GRU(from: 3, units: 8, using: &generator)
///     let hidden = gru(x)      // [time, n, 3] becomes [time, n, 8]
///
/// Source: K. Cho et al., "Learning phrase representations using RNN encoder–decoder for statistical
/// machine translation", EMNLP (2014).
public struct GRU<S: Scalar>: RecurrentLayer {
  /// `W_ih`, of shape `[3 units, inputs]`: the rows of `r`, then those of `z` and `n`.
  public var weightIH: Tensor<S>
  /// `W_hh`, of shape `[3 units, units]`.
  public var weightHH: Tensor<S>
  /// `b_ih`, of shape `[3 units]`.
  public var biasIH: Tensor<S>
  /// `b_hh`, of shape `[3 units]`, whose part for `n` is under the reset gate.
  public var biasHH: Tensor<S>

  /// A layer of given weights, `[3 units, inputs]` and `[3 units, units]`, and biases, `[3 units]`.
  /// Traps for other shapes.
  public init(
    weightIH: Tensor<S>, weightHH: Tensor<S>, biasIH: Tensor<S>, biasHH: Tensor<S>,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireRecurrent(
      weightIH.shape, weightHH.shape, [biasIH.shape, biasHH.shape], gates: 3, "A GRU", file: file,
      line: line)
    self.weightIH = weightIH
    self.weightHH = weightHH
    self.biasIH = biasIH
    self.biasHH = biasHH
  }

  /// A layer of random weights, uniform in `±1/√units`, and no biases. Traps for negative sizes.
  public init(
    from inputs: Int, units: Int, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, units, file, line)
    self.init(random: (inputs, units), &generator)
  }

  fileprivate init(random size: (inputs: Int, units: Int), _ generator: inout RandomNumbers) {
    let units = size.units
    self.init(
      weightIH: recurrentWeights([3 * units, size.inputs], units: units, using: &generator),
      weightHH: recurrentWeights([3 * units, units], units: units, using: &generator),
      biasIH: .zeros([3 * units]), biasHH: .zeros([3 * units]))
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
    let p = matmul(x, transposing: weightIH) + biasIH
    let q = matmul(hidden, transposing: weightHH) + biasHH
    let gates = sigmoid(p.slice(0..<2 * units, axis: 1) + q.slice(0..<2 * units, axis: 1))
    let reset = gates.slice(0..<units, axis: 1)
    let update = gates.slice(units..<2 * units, axis: 1)
    let new = tanh(
      p.slice(2 * units..<3 * units, axis: 1) + reset * q.slice(2 * units..<3 * units, axis: 1))
    return new + update * (hidden - new)
  }

  /// `−1...1`, the ends of the hidden state's numbers.
  public var saturationRange: ClosedRange<Double>? { -1...1 }

  /// Visits `weightIH`, `weightHH`, `biasIH` and `biasHH`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weightIH", &weightIH)
    visitor.visit("weightHH", &weightHH)
    visitor.visit("biasIH", &biasIH)
    visitor.visit("biasHH", &biasHH)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension GRU where S == Double {
  /// A layer of random weights, uniform in `±1/√units`, and no biases. Traps for negative sizes.
  public init(
    from inputs: Int, units: Int, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, units, file, line)
    self.init(random: (inputs, units), &generator)
  }
}
