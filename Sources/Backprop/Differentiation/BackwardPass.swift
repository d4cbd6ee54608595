extension Tape {
  /// The derivatives of one node's value, weighted by `seed`, with respect to other nodes.
  ///
  /// One loop over the tape from the output to the first of the points. Nodes that do not depend
  /// on a point are passed over. A point that the output does not depend on has the derivative
  /// zero.
  ///
  /// - Parameter recording: Whether the derivatives are computed on the tape, so that they can be
  ///   differentiated again.
  /// - Parameter stopping: Whether what a point was computed from gets nothing through it.
  func derivatives(
    of output: Int, seed: Tensor<S>, withRespectTo points: [Int], recording: Bool,
    stoppingThere stopping: Bool = false
  ) -> [Tensor<S>] {
    let all = allDerivatives(
      of: output, seed: seed, withRespectTo: points, recording: recording, stoppingThere: stopping)
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
    of output: Int, seed: Tensor<S>, withRespectTo points: [Int], recording: Bool,
    stoppingThere stopping: Bool = false
  ) -> [Tensor<S>?] {
    guard let first = points.min(), first <= output else { return [] }
    let depends = dependence(on: points, from: first, to: output)
    var derivatives = [Tensor<S>?](repeating: nil, count: output - first + 1)
    guard depends[output - first] else { return derivatives }
    derivatives[output - first] = seed
    if let withinSelections {
      withinSelections(self, &derivatives, output, first, depends, recording)
      return derivatives
    }

    for index in stride(from: output, through: first, by: -1) {
      guard depends[index - first], let gradient = derivatives[index - first] else { continue }
      if stopping && points.contains(index) { continue }

      func add(_ contribution: Tensor<S>, to input: Int) {
        if let sum = derivatives[input - first] {
          derivatives[input - first] = sum + contribution
        } else {
          derivatives[input - first] = contribution
        }
      }
      eachContribution(
        of: index, gradient: gradient, recording: recording,
        isNeeded: { $0 >= first && depends[$0 - first] },
        add: { contribution, input, _ in add(contribution, to: input) })
    }
    return derivatives
  }

  /// What a node contributes to the derivatives with respect to its inputs, in their order.
  ///
  /// - Parameters:
  ///   - gradient: The derivative with respect to the node.
  ///   - recording: Whether the contributions are computed on the tape.
  ///   - isNeeded: Whether the derivative with respect to a node is wanted.
  ///   - add: Takes a contribution, the node that it is for, and that node's position among the
  ///     inputs.
  @inline(__always)
  func eachContribution(
    of index: Int, gradient: Tensor<S>, recording: Bool, isNeeded: (_ node: Int) -> Bool,
    add: (_ contribution: Tensor<S>, _ input: Int, _ position: Int) -> Void
  ) {
    func value(_ node: Int) -> Tensor<S> { recording ? tracked(node) : nodes[node].value }
    switch nodes[index].computation {
    case .leaf: break
    case .unary(let operation, let x):
      if isNeeded(x) {
        add(operation.pullback(of: gradient, output: value(index), value(x)), x, 0)
      }
    case .binary(let operation, let left, let right):
      let (a, b) = (value(left), value(right))
      if isNeeded(left) { add(operation.leftPullback(of: gradient, a, b), left, 0) }
      if isNeeded(right) { add(operation.rightPullback(of: gradient, a, b), right, 1) }
    case .variadic(.convert, let inputs):
      pullbackRules[index]?(gradient, [], recording) { contribution, position in
        if isNeeded(inputs[position]) { add(contribution, inputs[position], position) }
      }
    case .variadic(.custom, let inputs):
      let operands = [value(index)] + inputs.dropFirst().map(value)
      pullbackRules[index]?(gradient, operands, recording) { contribution, position in
        if isNeeded(inputs[position]) { add(contribution, inputs[position], position) }
      }
    case .variadic(let operation, let inputs):
      operation.eachPullback(
        of: gradient, shapes: inputs.map { nodes[$0].value.shape }, value: { value(inputs[$0]) },
        isNeeded: { isNeeded(inputs[$0]) },
        add: { contribution, position in add(contribution, inputs[position], position) })
    }
  }

  /// For each node from `first` to `last` whether it depends on one of the points.
  private func dependence(on points: [Int], from first: Int, to last: Int) -> [Bool] {
    var depends = [Bool](repeating: false, count: last - first + 1)
    for point in points where point <= last { depends[point - first] = true }
    func isSet(_ index: Int) -> Bool { index >= first && depends[index - first] }
    for index in first...last where !depends[index - first] && !nodes[index].computation.isFlat {
      switch nodes[index].computation {
      case .leaf: break
      case .unary(_, let x): depends[index - first] = isSet(x)
      case .binary(_, let a, let b): depends[index - first] = isSet(a) || isSet(b)
      case .variadic(.select, let all), .variadic(.custom, let all):
        // Not on what selects, nor on how the value was found.
        depends[index - first] = all.dropFirst().contains(where: isSet)
      case .variadic(_, let all): depends[index - first] = all.contains(where: isSet)
      }
    }
    return depends
  }
}
