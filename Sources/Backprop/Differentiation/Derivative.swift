/// A function's value at a point, and the tape from which its derivatives come.
struct Derivative<M: Model> {
  private let point: TrackedPoint<M>
  private let result: Tensor<M.Number>

  /// Runs a function at a point, recording it.
  init(at point: M, of function: (M) -> Tensor<M.Number>) {
    self.point = TrackedPoint(point)
    result = function(self.point.tracked)
  }

  /// Runs a function at a point, recording it and what the pass draws at random. A wrong shape is
  /// reported at the place that is given.
  init(
    at point: M, in pass: inout Pass<M.Number>, file: StaticString = #fileID, line: UInt = #line,
    of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
  ) {
    self.init(at: TrackedPoint(point), in: &pass, file: file, line: line, of: function)
  }

  /// Runs a function at a point that is on a tape already.
  init(
    at point: TrackedPoint<M>, in pass: inout Pass<M.Number>, file: StaticString, line: UInt,
    of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
  ) {
    self.point = point
    let (outerTape, outerPlace) = (pass.tape, pass.place)
    pass.tape = point.tape
    point.tape?.current.hasPass = true
    pass.place = (file, line)
    result = function(point.tracked, &pass)
    pass.tape = outerTape
    pass.place = outerPlace
  }

  /// Stops the program unless the value is one number, of which alone there is a gradient.
  func requireOneNumber(file: StaticString, line: UInt) {
    require(
      result.count == 1,
      "A gradient is that of one number; this function's value has the shape \(result.shape). "
        + "Take its sum() or mean().", file: file, line: line)
  }

  /// The function's value where it was computed; read, it leaves the tape.
  var tracedValue: Tensor<M.Number> { result }

  /// The function's value, as a constant.
  var value: Tensor<M.Number> { result.untraced }

  /// Where the parameters are on the tape.
  var places: [Trace<M.Number>] { point.places }

  /// Where the value is on the tape; it becomes a constant there if it depends on nothing.
  func place(on tape: Tape<M.Number>) -> Int { tape.index(of: result) }

  // MARK: Derivatives

  /// The derivative of the value, weighted by `seed`, with respect to each parameter.
  ///
  /// It ends the derivative, and can be called once. If another derivative is being taken on the
  /// same tape, the gradient is recorded there.
  func gradient(
    seed: Tensor<M.Number>, file: StaticString = #fileID, line: UInt = #line
  ) -> M {
    var none: [Tensor<M.Number>] = []
    return gradient(seed: seed, alsoAt: &none, file: file, line: line)
  }

  /// The derivative with respect to each parameter; tensors computed on the way are replaced by
  /// theirs.
  func gradient(
    seed: Tensor<M.Number>, alsoAt values: inout [Tensor<M.Number>],
    file: StaticString = #fileID, line: UInt = #line
  ) -> M {
    guard let tape = point.places.first?.tape.current else {
      values = values.map { .zeros($0.shape) }
      return point.model
    }
    let recording = tape.openDerivatives > 1
    let derivatives = self.derivatives(seed: seed, alsoAt: values, recording: recording)
    end()
    requireDependence(
      Array(derivatives[..<point.places.count]), file: file, line: line)
    values = Array(derivatives[point.places.count...])
    return point.gradient(from: derivatives)
  }

  /// The derivative of the value, weighted by `seed`, with respect to the first parameter; a constant,
  /// unless another derivative is being taken on the same tape.
  ///
  /// Unlike ``gradient(seed:)`` it can be called again, until ``end()``.
  func weightedDerivative(seed: Tensor<M.Number>) -> Tensor<M.Number> {
    let isNested = point.places.first.map { $0.tape.current.openDerivatives > 1 } ?? false
    return derivatives(seed: seed, recording: isNested)[0]
  }

  /// The derivatives of the value, weighted by `seed`, with respect to each parameter and then to
  /// other values.
  ///
  /// - Parameter recording: Whether they are computed on the tape.
  func derivatives(
    seed: Tensor<M.Number>, alsoAt values: [Tensor<M.Number>] = [], recording: Bool
  ) -> [Tensor<M.Number>] {
    guard let tape = point.places.first?.tape.current, let trace = result.trace?.resolved,
      trace.tape === tape
    else {
      return point.places.map { .zeros($0.value.shape) } + values.map { .zeros($0.shape) }
    }
    var points = point.places.map { $0.resolved.index }
    for value in values {
      // The result does not depend on a value of another tape: here that is a constant.
      let isHere = value.trace.map { $0.tape.current === tape } ?? false
      points.append(tape.index(of: isHere ? value : value.untraced))
    }
    return tape.derivatives(
      of: trace.index, seed: seed, withRespectTo: points, recording: recording)
  }

  /// Ends the derivative: what is computed on the tape from now on is part of the outer ones alone.
  func end() { point.tape?.current.openDerivatives -= 1 }

  /// Gives a model the states that the function left. If no derivative is being taken any more,
  /// they are constants.
  func updateStates(of model: inout M) {
    guard let tape = point.states.first?.tape.current else { return }
    let isTracked = tape.openDerivatives > 0
    var next = 0
    model.updateTensors { _, isState, tensor in
      if !isState { return }
      let index = tape.updatedState(point.states[next].resolved.index)
      tensor = isTracked ? tape.tracked(index) : tape.nodes[index].value
      next += 1
    }
  }
}

extension Trace {
  fileprivate var value: Tensor<S> {
    let place = resolved
    return place.tape.nodes[place.index].value
  }
}
