/// A function's value at a point, and the tape from which its derivatives come.
struct Derivative<M: Model> {
  /// The point, each of its parameters on the tape.
  private let point: M
  private let places: [Trace<M.Number>]
  private let result: Tensor<M.Number>

  /// Runs a function at a point, recording it.
  init(at point: M, of function: (M) -> Tensor<M.Number>) {
    var tape: Tape<M.Number>?
    var places: [Trace<M.Number>] = []
    var tracked = point
    tracked.updateParameters { _, parameter in
      if let other = parameter.trace?.tape.current {
        if let tape, tape !== other { tape.absorb(other) } else { tape = other }
      }
      let current = tape ?? Tape()
      tape = current
      parameter = current.parameter(parameter)
      places.append(parameter.trace!)
    }
    tape?.openDerivatives += 1
    self.point = tracked
    self.places = places
    result = function(tracked)
  }

  /// The function's value, as a constant.
  var value: Tensor<M.Number> { result.detached }

  /// The derivative of the value, weighted by `seed`, in each parameter.
  ///
  /// It ends the derivative, and can be called once. If another derivative is being taken on the
  /// same tape, the gradient is recorded there.
  func gradient(seed: Tensor<M.Number>) -> M {
    guard let tape = places.first?.tape.current else { return point }
    let recording = tape.openDerivatives > 1
    let derivatives = self.derivatives(seed: seed, recording: recording)
    tape.openDerivatives -= 1
    return gradient(from: derivatives)
  }

  private func derivatives(seed: Tensor<M.Number>, recording: Bool) -> [Tensor<M.Number>] {
    let points = places.map { $0.resolved.index }
    guard let trace = result.trace?.resolved, trace.tape === places[0].tape.current else {
      return places.map { Tensor(repeating: 0, shape: $0.value.shape) }
    }
    return trace.tape.derivatives(
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
