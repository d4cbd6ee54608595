/// Follows a NaN or an infinity on a tape back to the operation that gave it.
///
/// It looks through the values of the tape's nodes, and through the derivatives of the result with
/// respect to them, which were computed after all values and in the opposite order.
struct NonFiniteSearch<S: Scalar> {
  private let tape: Tape<S>
  /// The derivative with respect to each node, nil where there is none.
  private let slopes: [Tensor<S>?]
  /// The nodes that a node's value went into.
  private var consumers: [[Int]]
  private var firstNaN: NonFiniteTrace<S>.Step?

  /// What is known to be not finite.
  private enum Suspect {
    case value(Int, place: Int)
    case slope(Int)
  }

  /// Looks through a tape.
  ///
  /// - Parameter slopes: The derivatives with respect to all nodes, or none.
  init(_ tape: Tape<S>, slopes: [Tensor<S>?] = []) {
    self.tape = tape
    self.slopes = slopes
    consumers = [[Int]](repeating: [], count: tape.nodes.count)
    for (index, node) in tape.nodes.enumerated() {
      for input in node.inputs where consumers[input].last != index {
        consumers[input].append(index)
      }
    }
  }

  /// The trace of a node's value, which is not finite.
  mutating func trace(
    value node: Int, target: NonFiniteTrace<S>.Target
  ) -> NonFiniteTrace<S>? {
    guard let place = firstPlace(tape.nodes[node].value) else { return nil }
    return trace(from: .value(node, place: place), target)
  }

  /// The trace of the derivative with respect to a node, if it is not finite.
  mutating func trace(
    slope node: Int, target: NonFiniteTrace<S>.Target
  ) -> NonFiniteTrace<S>? {
    guard slopes[node].flatMap({ firstPlace($0) }) != nil else { return nil }
    return trace(from: .slope(node), target)
  }

  private mutating func trace(
    from suspect: Suspect, _ target: NonFiniteTrace<S>.Target
  ) -> NonFiniteTrace<S> {
    firstNaN = nil
    var suspect = suspect
    while true {
      let (step, previous) = examined(suspect)
      guard let previous else {
        return NonFiniteTrace(
          origin: step, firstNaN: step.number.isNaN ? nil : firstNaN, target: target)
      }
      suspect = previous
    }
  }

  /// What gave a suspect, and of what it was computed that is not finite either.
  private mutating func examined(
    _ suspect: Suspect
  ) -> (step: NonFiniteTrace<S>.Step, previous: Suspect?) {
    switch suspect {
    case .value(let node, let place):
      let step = forwardStep(node, place: place)
      let inputs = tape.nodes[node].inputs
      let suspects: [Suspect] = inputs.compactMap { input in
        let value = tape.nodes[input].value
        if !tape.nodes[node].operation.isElementwise {
          return firstPlace(value).map { .value(input, place: $0) }
        }
        let place = broadcastPlace(step.place, in: value.shape)
        return value.values[place].isFinite ? nil : .value(input, place: place)
      }
      return (step, chosen(suspects, for: step))
    case .slope(let node):
      return examinedSlope(node)
    }
  }

  private mutating func examinedSlope(
    _ node: Int
  ) -> (step: NonFiniteTrace<S>.Step, previous: Suspect?) {
    let slope = slopes[node]!
    let contributions = self.contributions(to: node)
    let isNaN = slope.values[firstPlace(slope)!].isNaN
    func spoils(_ contribution: Contribution, withNaN: Bool) -> Bool {
      guard let place = firstPlace(contribution.value) else { return false }
      return !withNaN || contribution.value.values[place].isNaN
    }
    let culprit =
      isNaN
      ? contributions.first { spoils($0, withNaN: true) }
      : contributions.first { spoils($0, withNaN: false) }
    guard let culprit else {
      // Each is finite, or they are infinities of both signs: the sum did it.
      let step = sumStep(node, contributions)
      if isNaN && firstNaN == nil { firstNaN = step }
      guard let infinite = contributions.first(where: { spoils($0, withNaN: false) }) else {
        return (step, nil)
      }
      return (step, previous(of: infinite, for: backwardStep(node, infinite)))
    }
    let step = backwardStep(node, culprit)
    return (step, previous(of: culprit, for: step))
  }

  /// What a contribution was computed from that is not finite.
  private mutating func previous(
    of contribution: Contribution, for step: NonFiniteTrace<S>.Step
  ) -> Suspect? {
    let consumer = contribution.consumer
    var suspects: [Suspect] = []
    if slopes[consumer].flatMap({ firstPlace($0) }) != nil { suspects.append(.slope(consumer)) }
    for node in tape.nodes[consumer].inputs + [consumer] {
      if let place = firstPlace(tape.nodes[node].value) {
        suspects.append(.value(node, place: place))
      }
    }
    return chosen(suspects, for: step)
  }

  /// A NaN comes from a NaN if there is one. Else this is where it became one, out of an infinity.
  private mutating func chosen(
    _ suspects: [Suspect], for step: NonFiniteTrace<S>.Step
  ) -> Suspect? {
    guard step.number.isNaN else { return suspects.first }
    let isNaN = suspects.first { suspect in
      switch suspect {
      case .value(let node, let place): tape.nodes[node].value.values[place].isNaN
      case .slope(let node): slopes[node]!.values[firstPlace(slopes[node]!)!].isNaN
      }
    }
    if let isNaN { return isNaN }
    if firstNaN == nil { firstNaN = step }
    return suspects.first
  }
}

// What is told of a step.
extension NonFiniteSearch {
  private func forwardStep(_ index: Int, place: Int) -> NonFiniteTrace<S>.Step {
    let node = tape.nodes[index]
    let inputs = node.inputs
    let place = Backprop.indices(ofPlace: place, in: node.value.shape)
    var numbers: [S]?
    if node.operation.isElementwise {
      numbers = inputs.map { input in
        let value = tape.nodes[input].value
        return value.values[broadcastPlace(place, in: value.shape)]
      }
    }
    return NonFiniteTrace.Step(
      direction: .forward, operation: node.operation, name: tape.name(of: index),
      layer: tape.part(of: index), inputs: inputs.map { tape.nodes[$0].value },
      inputNames: inputs.map { tape.name(of: $0) }, incoming: nil, result: node.value, place: place,
      numbers: numbers)
  }

  private func backwardStep(
    _ index: Int, _ contribution: Contribution
  ) -> NonFiniteTrace<S>.Step {
    let consumer = tape.nodes[contribution.consumer]
    let inputs = consumer.inputs
    let result = contribution.value
    let place = Backprop.indices(ofPlace: firstPlace(result)!, in: result.shape)
    var numbers: [S]?
    // A derivative that was summed, since its input was repeated, comes from more than one place.
    if consumer.operation.isElementwise && result.shape == consumer.value.shape {
      numbers = inputs.map { input in
        let value = tape.nodes[input].value
        return value.values[broadcastPlace(place, in: value.shape)]
      }
    }
    return NonFiniteTrace.Step(
      direction: .backward(position: contribution.position), operation: consumer.operation,
      name: tape.name(of: index), layer: tape.part(of: contribution.consumer),
      inputs: inputs.map { tape.nodes[$0].value }, inputNames: inputs.map { tape.name(of: $0) },
      incoming: slopes[contribution.consumer], result: result, place: place, numbers: numbers)
  }

  private func sumStep(
    _ index: Int, _ contributions: [Contribution]
  ) -> NonFiniteTrace<S>.Step {
    let slope = slopes[index]!
    return NonFiniteTrace.Step(
      direction: .backward(position: 0), operation: .binary(.elementwise(.add)),
      name: tape.name(of: index),
      layer: tape.part(of: index), inputs: contributions.map { $0.value },
      inputNames: contributions.map { _ in nil }, incoming: nil, result: slope,
      place: Backprop.indices(ofPlace: firstPlace(slope)!, in: slope.shape), numbers: nil)
  }
}

// The derivatives that a node's is the sum of.
extension NonFiniteSearch {
  private struct Contribution {
    let consumer: Int
    let position: Int
    let value: Tensor<S>
  }

  /// What came back to a node from those that it went into, in the order of the backward pass.
  private func contributions(to node: Int) -> [Contribution] {
    var result: [Contribution] = []
    for consumer in consumers[node].reversed() {
      guard let incoming = slopes[consumer] else { continue }
      tape.eachContribution(
        of: consumer, gradient: incoming, recording: false, isNeeded: { $0 == node },
        add: { contribution, _, position in
          result.append(Contribution(consumer: consumer, position: position, value: contribution))
        })
    }
    return result
  }
}

/// The place of the first NaN, or of the first infinity if there is none; nil if all are finite.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func firstPlace<S: Scalar>(_ tensor: Tensor<S>) -> Int? {
  var infinity: Int?
  for (place, value) in tensor.values.enumerated() where !value.isFinite {
    if value.isNaN { return place }
    if infinity == nil { infinity = place }
  }
  return infinity
}

/// The place in a shape of the number that is repeated to the given indices of a larger one.
private func broadcastPlace(_ indices: [Int], in shape: [Int]) -> Int {
  let aligned = indices.suffix(shape.count)
  return flatIndex(zip(aligned, shape).map { $1 == 1 ? 0 : $0 }, in: shape)
}

extension Operation {
  /// Whether each number of the result is computed from one number of each input.
  var isElementwise: Bool {
    switch self {
    case .unary(.elementwise), .unary(.broadcast), .binary(.elementwise): true
    case .leaf, .unary, .binary, .variadic: false
    }
  }
}
