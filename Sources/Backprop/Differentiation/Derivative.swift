/// A function's value at a point, and the tape from which its derivatives come.
struct Derivative<M: Model> {
  private let point: M
  /// Where the point's parameters are on the tape.
  private let places: [Trace<M.Number>]
  /// Where its states are.
  private let states: [Trace<M.Number>]
  private let result: Tensor<M.Number>

  /// Runs a function at a point, recording it.
  init(at point: M, of function: (M) -> Tensor<M.Number>) {
    let tracked = TrackedPoint(point)
    self.point = point
    places = tracked.places
    states = tracked.states
    result = function(tracked.model)
  }

  /// Runs a function at a point, recording it and what the pass draws at random.
  init(
    at point: M, in pass: inout Pass<M.Number>,
    of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
  ) {
    let tracked = TrackedPoint(point)
    self.point = point
    places = tracked.places
    states = tracked.states
    let outerTape = pass.tape
    pass.tape = tracked.tape
    result = function(tracked.model, &pass)
    pass.tape = outerTape
  }

  /// The function's value, as a constant.
  var value: Tensor<M.Number> { result.detached }

  /// The derivative of the value, weighted by `seed`, in each parameter.
  ///
  /// It ends the derivative, and can be called once. If another derivative is being taken on the
  /// same tape, the gradient is recorded there.
  func gradient(seed: Tensor<M.Number>) -> M {
    var none: [Tensor<M.Number>] = []
    return gradient(seed: seed, alsoAt: &none)
  }

  /// The derivative in each parameter; tensors computed on the way are replaced by theirs.
  func gradient(seed: Tensor<M.Number>, alsoAt values: inout [Tensor<M.Number>]) -> M {
    guard let tape = places.first?.tape.current else {
      values = values.map { .zeros($0.shape) }
      return point
    }
    let recording = tape.openDerivatives > 1
    let derivatives = self.derivatives(seed: seed, alsoAt: values, recording: recording)
    tape.openDerivatives -= 1
    values = Array(derivatives[places.count...])
    return gradient(from: derivatives)
  }

  /// Gives a model the states that the function left.
  func updateStates(of model: inout M) {
    guard let tape = states.first?.tape.current else { return }
    let isTracked = tape.openDerivatives > 0
    var next = 0
    model.updateTensors { _, isState, tensor in
      if !isState { return }
      let index = tape.updatedState(states[next].resolved.index)
      tensor = isTracked ? tape.tracked(index) : tape.nodes[index].value
      next += 1
    }
  }

  private func derivatives(
    seed: Tensor<M.Number>, alsoAt values: [Tensor<M.Number>] = [], recording: Bool
  ) -> [Tensor<M.Number>] {
    let tape = places[0].tape.current
    guard let trace = result.trace?.resolved, trace.tape === tape else {
      return places.map { .zeros($0.value.shape) } + values.map { .zeros($0.shape) }
    }
    var points = places.map { $0.resolved.index }
    for value in values {
      // What another tape knows, this result does not depend on: it stands for a constant.
      let isHere = value.trace.map { $0.tape.current === tape } ?? false
      points.append(tape.index(of: isHere ? value : value.detached))
    }
    return tape.derivatives(
      of: trace.index, seed: seed, withRespectTo: points, recording: recording)
  }

  private func gradient(from derivatives: [Tensor<M.Number>]) -> M {
    var gradient = point
    var next = 0
    gradient.updateParameters { _, parameter in
      parameter = derivatives[next]
      next += 1
    }
    return gradient
  }
}

/// A model whose parameters and states are on a tape, on which a derivative is being taken.
struct TrackedPoint<M: Model> {
  private(set) var model: M
  private(set) var places: [Trace<M.Number>] = []
  private(set) var states: [Trace<M.Number>] = []
  /// Nil for a model without parameters and states.
  private(set) var tape: Tape<M.Number>?

  init(_ point: M) {
    var tape: Tape<M.Number>?
    var places: [Trace<M.Number>] = []
    var states: [Trace<M.Number>] = []
    var model = point
    model.updateTensors { _, isState, tensor in
      if let other = tensor.trace?.tape.current {
        if let tape, tape !== other { tape.absorb(other) } else { tape = other }
      }
      let current = tape ?? Tape()
      tape = current
      tensor = isState ? current.state(tensor) : current.parameter(tensor)
      if isState { states.append(tensor.trace!) } else { places.append(tensor.trace!) }
    }
    tape?.openDerivatives += 1
    self.model = model
    self.places = places
    self.states = states
    self.tape = tape
  }
}

extension Derivative {
  /// The derivative of the value, weighted by `seed`, in the first parameter, as a constant.
  ///
  /// Unlike ``gradient(seed:)`` it can be called again.
  func weightedDerivative(seed: Tensor<M.Number>) -> Tensor<M.Number> {
    derivatives(seed: seed, recording: false)[0].detached
  }
}

extension Trace {
  fileprivate var value: Tensor<S> {
    let place = resolved
    return place.tape.nodes[place.index].value
  }
}
