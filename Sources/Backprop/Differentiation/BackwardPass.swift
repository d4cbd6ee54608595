extension Tape {
  /// The derivatives of one node's value, weighted by `seed`, with respect to other nodes.
  ///
  /// One loop over the tape from the output to the first of the points. Nodes that do not depend
  /// on a point are passed over. A point that the output does not depend on has the derivative
  /// zero.
  ///
  /// - Parameter recording: Whether the derivatives are computed on the tape, so that they can be
  ///   differentiated again.
  func derivatives(
    of output: Int, seed: Tensor<S>, withRespectTo points: [Int], recording: Bool
  ) -> [Tensor<S>] {
    let all = allDerivatives(of: output, seed: seed, withRespectTo: points, recording: recording)
    let first = points.min() ?? 0
    return points.map { point in
      if point <= output, let derivative = all[point - first] { return derivative }
      return Tensor(repeating: 0, shape: nodes[point].value.shape)
    }
  }

  /// The derivatives with respect to all nodes from the first of the points to the output; nil
  /// where there is none.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func allDerivatives(
    of output: Int, seed: Tensor<S>, withRespectTo points: [Int], recording: Bool
  ) -> [Tensor<S>?] {
    guard let first = points.min(), first <= output else { return [] }
    let depends = dependence(on: points, from: first, to: output)
    var derivatives = [Tensor<S>?](repeating: nil, count: output - first + 1)
    guard depends[output - first] else { return derivatives }
    derivatives[output - first] = seed

    for index in stride(from: output, through: first, by: -1) {
      guard depends[index - first], let gradient = derivatives[index - first] else { continue }
      let operation = nodes[index].operation

      func needs(_ input: Int) -> Bool { input >= first && depends[input - first] }
      func value(_ node: Int) -> Tensor<S> { recording ? tracked(node) : nodes[node].value }
      func add(_ contribution: Tensor<S>, to input: Int) {
        if let sum = derivatives[input - first] {
          derivatives[input - first] = sum + contribution
        } else {
          derivatives[input - first] = contribution
        }
      }

      switch nodes[index].inputs {
      case .none: break
      case .one(let input):
        guard needs(input) else { continue }
        let x = value(input)
        add(operation.pullback(of: gradient, output: value(index), x), to: input)
      case .two(let left, let right):
        let a = value(left)
        let b = value(right)
        if needs(left) { add(operation.leftPullback(of: gradient, a, b), to: left) }
        if needs(right) { add(operation.rightPullback(of: gradient, a, b), to: right) }
      case .many(let inputs):
        var start = 0
        for (position, input) in inputs.enumerated() {
          let shape = nodes[input].value.shape
          if needs(input) {
            add(
              operation.pullback(of: gradient, position: position, start: start, shape: shape),
              to: input)
          }
          if case .concatenate(let axis) = operation { start += shape[axis] }
        }
      }
    }
    return derivatives
  }

  /// For each node from `first` to `last` whether it depends on one of the points.
  private func dependence(on points: [Int], from first: Int, to last: Int) -> [Bool] {
    var depends = [Bool](repeating: false, count: last - first + 1)
    for point in points where point <= last { depends[point - first] = true }
    func isSet(_ index: Int) -> Bool { index >= first && depends[index - first] }
    for index in first...last where !depends[index - first] && !nodes[index].operation.isFlat {
      switch nodes[index].inputs {
      case .none: break
      case .one(let a): depends[index - first] = isSet(a)
      case .two(let a, let b): depends[index - first] = isSet(a) || isSet(b)
      case .many(let all): depends[index - first] = all.contains(where: isSet)
      }
    }
    return depends
  }
}
