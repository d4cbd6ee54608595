// The backward pass where numbers were selected by a mask. The derivative with respect to what was not
// selected is zero, and has to stay so even where a function on the way has an infinite slope, whose
// product with zero is NaN: of `select(log(x), where: x > 0, else: 0)` at `x = 0`.
//
// So each node remembers which places of it the result depends on at all, as a mask. What a function of
// numbers contributes at other places is replaced by zero. A derivative that happens to be zero is no
// such place: its own derivatives may not be.

extension Tape {
  /// The loop of the backward pass, with a mask for each node that the result depends on only in places.
  static func loopWithinSelections(
    _ tape: Tape, _ derivatives: inout [Tensor<S>?], _ output: Int, _ first: Int,
    _ depends: [Bool], _ recording: Bool
  ) {
    var masks = [Tensor<S>?](repeating: nil, count: derivatives.count)
    for index in stride(from: output, through: first, by: -1) {
      guard depends[index - first], let gradient = derivatives[index - first] else { continue }
      let mask = masks[index - first]
      let restricted = mask.flatMap {
        tape.contributions(
          of: index, gradient, within: $0, recording: recording,
          isNeeded: { $0 >= first && depends[$0 - first] })
      }
      func add(_ contribution: Tensor<S>, to input: Int, at position: Int) {
        let reached = tape.mask(of: index, mask, reaching: position, recording: recording)
        if let sum = derivatives[input - first] {
          derivatives[input - first] = sum + contribution
          masks[input - first] = union(masks[input - first], reached)
        } else {
          derivatives[input - first] = contribution
          masks[input - first] = reached
        }
      }
      if let restricted {
        for (contribution, input, position) in restricted {
          add(contribution, to: input, at: position)
        }
      } else {
        tape.eachContribution(
          of: index, gradient: gradient, recording: recording,
          isNeeded: { $0 >= first && depends[$0 - first] },
          add: { add($0, to: $1, at: $2) })
      }
    }
  }

  /// What a function of numbers contributes, zero outside of a mask; nil for other operations.
  private func contributions(
    of index: Int, _ gradient: Tensor<S>, within mask: Tensor<S>, recording: Bool,
    isNeeded: (Int) -> Bool
  ) -> [(contribution: Tensor<S>, input: Int, position: Int)]? {
    func value(_ node: Int) -> Tensor<S> { recording ? tracked(node) : nodes[node].value }
    func kept(_ contribution: Tensor<S>) -> Tensor<S> {
      apply(.select, [mask, contribution, Tensor(repeating: 0, shape: mask.shape)])
    }
    /// An input as the function sees it, so that nothing is summed before it has been looked at.
    func repeated(_ node: Int) -> Tensor<S> {
      let x = value(node)
      return x.shape == mask.shape ? x : apply(.broadcast(shape: mask.shape), x)
    }
    switch nodes[index].computation {
    case .unary(.elementwise(let function), let x):
      guard isNeeded(x) else { return [] }
      return [(kept(function.pullback(of: gradient, output: value(index), value(x))), x, 0)]
    case .binary(.elementwise(let function), let left, let right):
      let (a, b) = (repeated(left), repeated(right))
      var result: [(contribution: Tensor<S>, input: Int, position: Int)] = []
      if isNeeded(left) {
        let contribution = kept(function.leftPullback(of: gradient, a, b))
        result.append((contribution.summed(to: nodes[left].value.shape), left, 0))
      }
      if isNeeded(right) {
        let contribution = kept(function.rightPullback(of: gradient, a, b))
        result.append((contribution.summed(to: nodes[right].value.shape), right, 1))
      }
      return result
    case .leaf, .unary, .binary, .variadic: return nil
    }
  }

  /// The places of an input that the result depends on through a node; nil for all of them.
  private func mask(
    of index: Int, _ mask: Tensor<S>?, reaching position: Int, recording: Bool
  ) -> Tensor<S>? {
    let node = nodes[index]
    if case .variadic(.select, let inputs) = node.computation {
      let selection = recording ? tracked(inputs[0]) : nodes[inputs[0]].value
      let isTaken = elementwise(.isEqual, selection, Tensor(0))
      let own = position == 1 ? 1 - isTaken : isTaken
      return mask.map { $0 * own } ?? own
    }
    guard let mask else { return nil }
    let shape = nodes[node.inputs[position]].value.shape
    switch node.computation {
    case .unary(.elementwise, _): return mask
    case .binary(.elementwise, _, _):
      return mask.shape == shape
        ? mask : elementwise(.step(below: 0), mask.summed(to: shape))
    case .unary(let operation, let x) where operation.movesNumbers:
      let value = Tensor<S>(unchecked: shape, nodes[x].value.values)
      return elementwise(.step(below: 0), operation.pullback(of: mask, output: value, value))
    case .variadic(.concatenate, let inputs), .variadic(.stack, let inputs):
      guard case .variadic(let operation, _) = node.computation else { return nil }
      var reached: Tensor<S>?
      operation.eachPullback(
        of: mask, shapes: inputs.map { nodes[$0].value.shape }, value: { nodes[inputs[$0]].value },
        isNeeded: { $0 == position }, add: { contribution, _ in reached = contribution })
      return reached
    case .leaf, .unary, .binary, .variadic: return nil
    }
  }
}

/// The places in one of two masks, nil standing for all.
private func union<S: Scalar>(_ a: Tensor<S>?, _ b: Tensor<S>?) -> Tensor<S>? {
  guard let a, let b else { return nil }
  return elementwise(.maximum, a, b)
}

extension UnaryOperation {
  /// Whether it only adds numbers up or puts them elsewhere, so that its pullback of a mask is positive
  /// where the result depends on the input.
  fileprivate var movesNumbers: Bool {
    switch self {
    case .sum, .sumAlong, .sumTo, .broadcast, .transpose, .reshape, .permute, .block, .zeroPadding,
      .slice, .padding, .unfold, .fold, .cumulativeSum:
      true
    case .elementwise, .largest, .largestAlong, .softmax, .logSoftmax, .oneHot: false
    }
  }
}
