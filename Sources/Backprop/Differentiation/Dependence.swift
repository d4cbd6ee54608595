extension Derivative {
  /// Stops the program where a gradient says nothing: all of it is zero because the value was computed without
  /// the parameters, or from numbers that had left the tape.
  ///
  /// A parameter among others may be left out, and a value may depend on all of them and have no slope: of
  /// `step(x)`, of what is detached, or of the gradient of a linear function. So may a constant be taken for a
  /// function of one tensor.
  func requireDependence(_ slopes: [Tensor<M.Number>], file: StaticString, line: UInt) {
    guard !slopes.isEmpty,
      slopes.allSatisfy({ slope in slope.valuesUnnoted.allSatisfy { $0 == 0 } }),
      let tape = places.first?.resolved.tape, !tape.hasDetached
    else { return }
    let parameters = Set(places.map { $0.resolved.index })
    let isUsed = tape.nodes.contains { $0.inputs.contains(where: parameters.contains) }
    // A function of one tensor may be constant; a model is there to be used.
    if (isUsed || parameters.count == 1) && !tape.wasTakenOut { return }
    if let place = tracedValue.trace?.resolved, place.tape === tape,
      tape.leads(from: parameters, to: place.index)
    {
      return
    }
    fail(
      "The value does not depend on what the gradient is taken at. "
        + (isUsed
          ? "A number has left the computation on the way, by item or scalars, and is a constant since."
          : "The closure computes without its argument: with a model from outside of it, or with none."),
      file: file, line: line)
  }
}

extension Tape {
  /// Whether a node was computed from one of some others, by whatever operations, or is one.
  fileprivate func leads(from nodes: Set<Int>, to last: Int) -> Bool {
    var isReached = [Bool](repeating: false, count: last + 1)
    isReached[last] = true
    for index in stride(from: last, through: 0, by: -1) where isReached[index] {
      if nodes.contains(index) { return true }
      for input in self.nodes[index].inputs { isReached[input] = true }
    }
    return false
  }
}
