// Derivatives forwards: how each value on a tape changes when the points change in a direction. A function
// of numbers has the same rule as backwards, since its Jacobian is diagonal; what moves or adds numbers is
// done to the tangents; of a product each factor changes in turn.

extension Tape {
  /// How the value of a node changes as others do, each in its direction: the product of the Jacobian and
  /// the directions.
  func tangent(
    of output: Int, along directions: [(node: Int, tangent: Tensor<S>)], file: StaticString,
    line: UInt
  ) -> Tensor<S> {
    var tangents = [Tensor<S>?](repeating: nil, count: output + 1)
    for (node, tangent) in directions where node <= output { tangents[node] = tangent }
    for index in 0...output where tangents[index] == nil {
      let node = nodes[index]
      if node.computation.isFlat { continue }
      switch node.computation {
      case .leaf: continue
      case .unary(let operation, let x):
        tangents[index] = tangents[x].map { operation.tangent($0, node.value, nodes[x].value) }
      case .binary(let operation, let a, let b):
        let parts = (
          tangents[a].map { operation.leftTangent($0, nodes[a].value, nodes[b].value, node.value) },
          tangents[b].map { operation.rightTangent($0, nodes[a].value, nodes[b].value, node.value) }
        )
        if let left = parts.0, let right = parts.1 {
          tangents[index] = left + right
        } else {
          tangents[index] = parts.0 ?? parts.1
        }
      case .variadic(.custom, let inputs):
        require(
          !inputs.dropFirst().contains { tangents[$0] != nil },
          "A function with a pullback of its own has derivatives backwards alone: take vjp, or "
            + "jacobian.", file: file, line: line)
      case .variadic(.select, let inputs):
        guard inputs.dropFirst().contains(where: { tangents[$0] != nil }) else { continue }
        let zeros = Tensor<S>(repeating: 0, shape: node.value.shape)
        tangents[index] = VariadicOperation.select.evaluate([
          nodes[inputs[0]].value, tangents[inputs[1]] ?? zeros, tangents[inputs[2]] ?? zeros,
        ])
      case .variadic(let operation, let inputs):
        guard inputs.contains(where: { tangents[$0] != nil }) else { continue }
        tangents[index] = operation.evaluate(
          inputs.map { tangents[$0] ?? Tensor(repeating: 0, shape: nodes[$0].value.shape) })
      }
    }
    return tangents[output] ?? Tensor(repeating: 0, shape: nodes[output].value.shape)
  }
}

extension UnaryOperation {
  /// How the result changes when the input does.
  fileprivate func tangent<S: Scalar>(
    _ tangent: Tensor<S>, _ y: Tensor<S>, _ x: Tensor<S>
  ) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return function.pullback(of: tangent, output: y, x)
    case .largest, .largestAlong:
      // Each share of the derivative backwards is one of the tangent forwards.
      let ones = Tensor<S>(repeating: 1, shape: y.shape)
      let shares = tangent * pullback(of: ones, output: y, x)
      if case .largestAlong(let axis) = self { return shares.sum(axis: axis) }
      return shares.sum()
    case .softmax: return pullback(of: tangent, output: y, x)
    case .logSoftmax(let axis):
      let mean = (apply(.softmax(axis: axis), x) * tangent).sum(axis: axis, keepingAxes: true)
      return tangent - mean
    case .unfold(let window, _): return apply(.unfold(window, fill: 0), tangent)
    case .sum, .sumAlong, .sumTo, .broadcast, .cumulativeSum, .transpose, .reshape, .permute,
      .block,
      .zeroPadding, .slice, .padding, .fold:
      return apply(self, tangent)
    case .oneHot: return Tensor(repeating: 0, shape: y.shape)
    }
  }
}

extension BinaryOperation {
  /// How the result changes when the first input does.
  fileprivate func leftTangent<S: Scalar>(
    _ tangent: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>, _ y: Tensor<S>
  ) -> Tensor<S> {
    guard case .elementwise(let function) = self else { return apply(self, tangent, b) }
    return function.leftPullback(
      of: tangent.broadcast(to: y.shape), a.broadcast(to: y.shape), b.broadcast(to: y.shape))
  }

  /// How the result changes when the second input does.
  fileprivate func rightTangent<S: Scalar>(
    _ tangent: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>, _ y: Tensor<S>
  ) -> Tensor<S> {
    switch self {
    case .elementwise(let function):
      return function.rightPullback(
        of: tangent.broadcast(to: y.shape), a.broadcast(to: y.shape), b.broadcast(to: y.shape))
    // Indices do not change by little.
    case .gather, .scatter: return Tensor(repeating: 0, shape: y.shape)
    case .matrixProduct, .matrixVectorProduct, .innerProduct, .outerProduct:
      return apply(self, a, tangent)
    }
  }
}
