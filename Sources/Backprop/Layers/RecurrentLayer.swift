/// A layer that reads a sequence step by step and carries a state along.
///
/// | input | result |
/// |---|---|
/// | `[time, n, inputs]`, the steps of `n` sequences | `[time, n, units]`, the hidden state after each |
///
/// A sequence may have any length; derivatives go through all of its steps.
///
/// A layer of one's own says what a step does:
///
///     struct Sum: RecurrentLayer {
///       var units: Int { 1 }
///       func initialState(count: Int) -> Tensor<Double> { .zeros([count, 1]) }
///       func hidden(_ state: Tensor<Double>) -> Tensor<Double> { state }
///       func step(
///         _ x: Tensor<Double>, from state: Tensor<Double>, file: StaticString, line: UInt
///       ) -> Tensor<Double> { state + x }
///       mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {}
///     }
public protocol RecurrentLayer<Number>: Layer {
  /// What is carried from one step to the next.
  associatedtype State

  /// The size of the hidden state.
  var units: Int { get }

  /// The state before the first step of `n` sequences: zeros.
  func initialState(count: Int) -> State

  /// The hidden state, `[n, units]`, of a state.
  func hidden(_ state: State) -> Tensor<Number>

  /// One step: the state after reading `[n, inputs]`. Traps for other shapes.
  func step(
    _ x: Tensor<Number>, from state: State, file: StaticString, line: UInt
  ) -> State
}

extension RecurrentLayer {
  /// One step: the state after reading `[n, inputs]`. Traps for other shapes.
  public func step(
    _ x: Tensor<Number>, from state: State, file: StaticString = #fileID, line: UInt = #line
  ) -> State {
    step(x, from: state, file: file, line: line)
  }

  /// Reads sequences, `[time, n, inputs]`.
  ///
  ///     let (steps, last) = lstm.unrolled(x)
  ///     let logits = output(last.hidden)
  ///
  /// - Parameter state: The state before the first step; zeros if it is nil.
  /// - Returns: The hidden states after the steps, `[n, units]` each, and the last state.
  ///
  /// Traps for other shapes.
  public func unrolled(
    _ x: Tensor<Number>, from state: State? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) -> (steps: [Tensor<Number>], last: State) {
    require(
      x.rank == 3, "A recurrent layer reads [time, n, inputs], not \(x.shape).", file: file,
      line: line)
    var state = state ?? initialState(count: x.shape[1])
    var steps: [Tensor<Number>] = []
    steps.reserveCapacity(x.shape[0])
    for part in unstack(x) {
      state = step(part, from: state, file: file, line: line)
      steps.append(hidden(state))
    }
    return (steps, state)
  }

  /// The hidden states after all steps, `[time, n, units]`, from a state of zeros; the same in
  /// training and inference. Traps unless the input is `[time, n, inputs]`.
  public func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number> {
    let steps = unrolled(x, file: pass.place.file, line: pass.place.line).steps
    return steps.isEmpty ? .zeros([0, x.shape[1], units]) : stack(steps)
  }
}

/// The last of several steps: `[time, …]` becomes `[…]`, for what is to follow a recurrent layer.
///
///     Sequential {
///       LSTM(from: 3, units: 8, using: &generator)
///       LastStep()
///       Dense(from: 8, to: 2, using: &generator)
///     }
public struct LastStep<S: Scalar>: Layer {
  /// A layer that takes the last step.
  public init() {}

  /// The last step. Traps if there is none.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    require(
      x.rank > 0 && x.shape[0] > 0, "There is no last step in a tensor of shape \(x.shape).",
      in: pass)
    return x[x.shape[0] - 1]
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

// Where nothing says what the numbers are, this makes them doubles.
extension LastStep where S == Double {
  /// A layer that takes the last step.
  public init() {}
}

/// Checks the weights of a recurrent layer that computes `gates · units` sums in a step.
func requireRecurrent(
  _ weightIH: [Int], _ weightHH: [Int], _ biases: [[Int]], gates: Int, _ name: StaticString,
  file: StaticString, line: UInt
) {
  let units = weightHH.last ?? 0
  require(
    weightIH.count == 2 && weightHH == [gates * units, units] && weightIH[0] == gates * units
      && biases.allSatisfy { $0 == [gates * units] },
    "\(name) of \(gates) × units rows takes weights [rows, inputs] and [rows, units] and a bias "
      + "[rows], not \(weightIH), \(weightHH) and \(biases).", file: file, line: line)
}

/// Checks the input of a step, and the state before it.
@inline(__always)
func requireStep<S: Scalar>(
  _ x: Tensor<S>, _ hidden: Tensor<S>, _ weightIH: Tensor<S>, _ weightHH: Tensor<S>,
  file: StaticString, line: UInt
) {
  require(
    x.rank == 2 && x.shape[1] == weightIH.shape[1]
      && hidden.shape == [x.shape[0], weightHH.shape[1]],
    "A recurrent layer of weights \(weightIH.shape) and \(weightHH.shape) takes steps "
      + "[n, \(weightIH.shape[1])] and a state [n, \(weightHH.shape[1])], not \(x.shape) and "
      + "\(hidden.shape).", file: file, line: line)
}

/// Numbers of `±1/√units`, each equally likely.
func recurrentWeights<S: Scalar>(
  _ shape: [Int], units: Int, using generator: inout RandomNumbers
) -> Tensor<S> {
  let bound = 1 / S(units).squareRoot()
  return .uniform(in: -bound...bound, shape: shape, using: &generator)
}
