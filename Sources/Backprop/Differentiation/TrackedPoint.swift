/// A model whose parameters and states are on a tape, on which a derivative is being taken.
struct TrackedPoint<M: Model> {
  /// The model as it was given.
  let model: M
  /// The model with its tensors on the tape.
  let tracked: M
  /// Where the parameters are on the tape.
  let places: [Trace<M.Number>]
  /// Where the states are.
  let states: [Trace<M.Number>]
  /// Nil for a model without parameters and states.
  let tape: Tape<M.Number>?

  init(_ point: M) {
    var tape: Tape<M.Number>?
    var places: [Trace<M.Number>] = []
    var states: [Trace<M.Number>] = []
    var tracked = point
    tracked.updateTensors { _, isState, tensor in
      let current = Tape.joined(tape, tensor.trace?.tape) ?? Tape()
      tape = current
      tensor = isState ? current.state(tensor) : current.parameter(tensor)
      if isState { states.append(tensor.trace!) } else { places.append(tensor.trace!) }
    }
    tape?.openDerivatives += 1
    model = point
    self.tracked = tracked
    self.places = places
    self.states = states
    self.tape = tape
  }

  /// The model with a derivative in place of each parameter; derivatives after those stand for
  /// something else.
  func gradient(from derivatives: [Tensor<M.Number>]) -> M {
    model.withParameterValues(derivatives)
  }
}
