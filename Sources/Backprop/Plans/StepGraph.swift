/// What a training step computes, as data: the operations of its forward and backward pass.
///
/// It is made from a tape on which both passes were recorded. What the results do not depend on is
/// left out, what depends on no parameter, state, input or random number is computed already, and
/// what is computed twice from the same values is computed once.
struct StepGraph<S: Scalar> {
  /// Where a value comes from.
  enum Origin {
    case constant([S])
    case parameter(Int)
    case state(Int)
    case input(Int)
    case operation
  }

  /// When a value has to be computed.
  enum Stage: Int {
    /// Never again.
    case constant
    /// When the step gets another input.
    case input
    /// In each step.
    case step
  }

  struct Value {
    var origin: Origin
    var operation: Operation
    var inputs: [Int]
    var shape: [Int]
    var stage: Stage
    var count: Int { elementCount(shape) }
  }

  private(set) var values: [Value] = []
  /// The values that the step gives: the loss, each parameter's derivative, each state's successor.
  private(set) var loss = 0
  private(set) var gradients: [Int] = []
  private(set) var states: [Int] = []

  /// The tape's nodes that mean something for the step.
  struct Marks {
    var parameters: [Int]
    var states: [Int]
    var inputs: [Int]
    var loss: Int
    var gradients: [Int]
    var nextStates: [Int]
  }

  init(_ tape: Tape<S>, _ marks: Marks) {
    let outputs =
      [marks.loss] + marks.gradients + marks.nextStates + marks.parameters + marks.states
      + marks.inputs
    let isNeeded = Self.needed(for: outputs, on: tape)
    var origins: [Int: Origin] = [:]
    for (index, node) in marks.parameters.enumerated() { origins[node] = .parameter(index) }
    for (index, node) in marks.states.enumerated() { origins[node] = .state(index) }
    for (index, node) in marks.inputs.enumerated() { origins[node] = .input(index) }

    var places = [Int](repeating: -1, count: tape.nodes.count)
    var known: [[Int]: [Int]] = [:]
    for (index, node) in tape.nodes.enumerated() where isNeeded[index] {
      if let origin = origins[index] {
        places[index] = append(origin, .parameter, [], node.value.shape, Self.stage(of: origin))
        continue
      }
      let inputs = node.inputs.indices.map { places[$0] }
      switch node.operation {
      case .identity:
        places[index] = inputs[0]
        continue
      case .keepMask:
        places[index] = append(.operation, node.operation, [], node.value.shape, .step)
        continue
      default: break
      }
      let stage = inputs.map { values[$0].stage.rawValue }.max() ?? 0
      if stage == Stage.constant.rawValue {
        places[index] = append(
          .constant(node.value.values), .constant, [], node.value.shape, .constant)
        continue
      }
      if let same = known[inputs]?.first(where: {
        values[$0].operation == node.operation && values[$0].shape == node.value.shape
      }) {
        places[index] = same
        continue
      }
      places[index] = append(
        .operation, node.operation, inputs, node.value.shape, Stage(rawValue: stage)!)
      known[inputs, default: []].append(places[index])
    }
    loss = places[marks.loss]
    gradients = marks.gradients.map { places[$0] }
    states = marks.nextStates.map { places[$0] }
  }

  /// Whether two recordings say the same, constants included.
  func isSame(as other: StepGraph) -> Bool {
    guard values.count == other.values.count, loss == other.loss, gradients == other.gradients,
      states == other.states
    else { return false }
    return zip(values, other.values).allSatisfy { $0.isSame(as: $1) }
  }

  private mutating func append(
    _ origin: Origin, _ operation: Operation, _ inputs: [Int], _ shape: [Int], _ stage: Stage
  ) -> Int {
    values.append(
      Value(origin: origin, operation: operation, inputs: inputs, shape: shape, stage: stage))
    return values.count - 1
  }

  private static func stage(of origin: Origin) -> Stage {
    if case .input = origin { return .input }
    return .step
  }

  private static func needed(for outputs: [Int], on tape: Tape<S>) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: tape.nodes.count)
    for output in outputs { isNeeded[output] = true }
    for index in tape.nodes.indices.reversed() where isNeeded[index] {
      for input in tape.nodes[index].inputs.indices { isNeeded[input] = true }
    }
    return isNeeded
  }
}

extension StepGraph.Value {
  fileprivate func isSame(as other: StepGraph.Value) -> Bool {
    guard operation == other.operation, inputs == other.inputs, shape == other.shape else {
      return false
    }
    switch (origin, other.origin) {
    case (.constant(let a), .constant(let b)):
      return zip(a, b).allSatisfy { ($0 == $1 && $0.sign == $1.sign) || ($0.isNaN && $1.isNaN) }
    case (.parameter(let a), .parameter(let b)), (.state(let a), .state(let b)),
      (.input(let a), .input(let b)):
      return a == b
    case (.operation, .operation): return true
    default: return false
    }
  }
}
