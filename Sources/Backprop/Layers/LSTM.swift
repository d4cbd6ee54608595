/// Long short-term memory: a recurrent layer whose cell keeps what its gates let in.
///
/// With `z = W_ih xₜ + W_hh hₜ₋₁ + b` in four parts `zᵢ`, `z_f`, `z_g`, `zₒ`, in PyTorch's order:
///
///     c ← σ(z_f) c + σ(zᵢ) tanh(z_g)
///     h ← σ(zₒ) tanh(c)
///
///     let lstm = LSTM(from: 3, units: 8, using: &generator)
///     let hidden = lstm(x)                     // [time, n, 3] becomes [time, n, 8]
///     let (steps, last) = lstm.unrolled(x)     // the same step by step, and the last state
///
/// Source: S. Hochreiter and J. Schmidhuber, "Long short-term memory", Neural Computation 9 (1997);
/// the forget gate `f`: F. Gers, J. Schmidhuber and F. Cummins, "Learning to forget", Neural
/// Computation 12 (2000).
public struct LSTM<S: Scalar>: RecurrentLayer {
  /// What is carried from one step to the next.
  ///
  ///     let state = LSTM.State(hidden: Tensor([[0.5]]), cell: Tensor([[2]]))
  ///     let next = lstm.step(x, from: state)
  public struct State: Sendable {
    /// `h`, of shape `[n, units]`.
    public var hidden: Tensor<S>
    /// `c`, of shape `[n, units]`.
    public var cell: Tensor<S>

    /// A state of given tensors, both `[n, units]`.
    public init(hidden: Tensor<S>, cell: Tensor<S>) {
      self.hidden = hidden
      self.cell = cell
    }
  }

  /// `W_ih`, of shape `[4 units, inputs]`: the rows of `i`, then those of `f`, `g` and `o`.
  public var weightIH: Tensor<S>
  /// `W_hh`, of shape `[4 units, units]`.
  public var weightHH: Tensor<S>
  /// `b`, of shape `[4 units]`. PyTorch has two, of which this is the sum.
  public var bias: Tensor<S>

  /// A layer of given weights, `[4 units, inputs]` and `[4 units, units]`, and bias, `[4 units]`. Traps
  /// for other shapes.
  public init(
    weightIH: Tensor<S>, weightHH: Tensor<S>, bias: Tensor<S>, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    requireRecurrent(
      weightIH.shape, weightHH.shape, [bias.shape], gates: 4, "An LSTM", file: file, line: line)
    self.weightIH = weightIH
    self.weightHH = weightHH
    self.bias = bias
  }

  /// A layer of random weights, uniform in `±1/√units`, and no bias. Traps for negative sizes.
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
      weightIH: recurrentWeights([4 * units, size.inputs], units: units, using: &generator),
      weightHH: recurrentWeights([4 * units, units], units: units, using: &generator),
      bias: .zeros([4 * units]))
  }

  /// The size of the hidden state, and of the cell.
  public var units: Int { weightHH.shape[1] }

  /// The state before the first step of `n` sequences: zeros.
  public func initialState(count: Int) -> State {
    State(hidden: .zeros([count, units]), cell: .zeros([count, units]))
  }

  /// The hidden state.
  public func hidden(_ state: State) -> Tensor<S> { state.hidden }

  /// The state after reading `[n, inputs]`. Traps for other shapes.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func step(
    _ x: Tensor<S>, from state: State, file: StaticString, line: UInt
  ) -> State {
    requireStep(x, state.hidden, weightIH, weightHH, file: file, line: line)
    require(
      state.cell.shape == state.hidden.shape,
      "The cell of an LSTM has the shape of its hidden state, \(state.hidden.shape), not "
        + "\(state.cell.shape).", file: file, line: line)
    let sums = matmul(x, transposing: weightIH) + matmul(state.hidden, transposing: weightHH) + bias
    func gate(_ index: Int) -> Tensor<S> {
      sums.slice(index * units..<(index + 1) * units, axis: 1)
    }
    let cell = sigmoid(gate(1)) * state.cell + sigmoid(gate(0)) * tanh(gate(2))
    return State(hidden: sigmoid(gate(3)) * tanh(cell), cell: cell)
  }

  /// `−1...1`, the ends of the hidden state's numbers.
  public var saturationRange: ClosedRange<Double>? { -1...1 }

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
extension LSTM where S == Double {
  /// A layer of random weights, uniform in `±1/√units`, and no bias. Traps for negative sizes.
  public init(
    from inputs: Int, units: Int, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, units, file, line)
    self.init(random: (inputs, units), &generator)
  }
}
