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
  /// The computed values by their inputs, while the graph is being made.
  private var known: [[Int]: [Int]] = [:]

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
    let uses = Uses(tape, isNeeded, outputs)
    var origins: [Int: Origin] = [:]
    for (index, node) in marks.parameters.enumerated() { origins[node] = .parameter(index) }
    for (index, node) in marks.states.enumerated() { origins[node] = .state(index) }
    for (index, node) in marks.inputs.enumerated() { origins[node] = .input(index) }

    var places = [Int](repeating: -1, count: tape.nodes.count)
    for (index, node) in tape.nodes.enumerated() where isNeeded[index] {
      if let origin = origins[index] {
        places[index] = append(origin, .parameter, [], node.value.shape, Self.stage(of: origin))
        continue
      }
      let inputs = node.inputs.indices.map { places[$0] }
      if inputs.allSatisfy({ values[$0].stage == .constant }), !node.operation.isRandom {
        places[index] =
          node.operation == .identity
          ? inputs[0]
          : append(.constant(node.value.values), .constant, [], node.value.shape, .constant)
        continue
      }
      switch node.operation {
      case .identity: places[index] = inputs[0]
      case .matrixProduct(let left, true) where uses.transposed[node.inputs.indices[1]] > 1:
        // Transposed once, rather than by each product.
        let shape = values[inputs[1]].shape
        let transposed = computed(.transpose, [inputs[1]], [shape[1], shape[0]])
        places[index] = computed(
          .matrixProduct(transposeLeft: left, transposeRight: false), [inputs[0], transposed],
          node.value.shape)
      case .add:
        if let (axis, parts) = uses.joinedParts(of: index, on: tape) {
          // Adding zero, as the sum does, makes 0 of −0.
          let zero = append(.constant([0]), .constant, [], [], .constant)
          let sums = parts.map { computed(.add, [places[$0], zero], tape.nodes[$0].value.shape) }
          places[index] = computed(.concatenate(axis: axis), sums, node.value.shape)
        } else {
          places[index] = computed(node.operation, inputs, node.value.shape)
        }
      default: places[index] = computed(node.operation, inputs, node.value.shape)
      }
    }
    loss = places[marks.loss]
    gradients = marks.gradients.map { places[$0] }
    states = marks.nextStates.map { places[$0] }
    leaveOutUnused()
  }

  /// The value of an operation, which may be there already.
  private mutating func computed(
    _ operation: Operation, _ inputs: [Int], _ shape: [Int]
  ) -> Int {
    let stage = inputs.map { values[$0].stage.rawValue }.max() ?? Stage.step.rawValue
    if !operation.isRandom,
      let same = known[inputs]?.first(where: {
        values[$0].operation == operation && values[$0].shape == shape
      })
    {
      return same
    }
    let place = append(.operation, operation, inputs, shape, Stage(rawValue: stage)!)
    known[inputs, default: []].append(place)
    return place
  }

  /// Drops what rewriting has left behind.
  private mutating func leaveOutUnused() {
    known = [:]
    var isUsed = [Bool](repeating: false, count: values.count)
    for output in [loss] + gradients + states { isUsed[output] = true }
    for index in values.indices.reversed() {
      switch values[index].origin {
      case .parameter, .state, .input: isUsed[index] = true
      case .constant, .operation: break
      }
      if isUsed[index] { for input in values[index].inputs { isUsed[input] = true } }
    }
    var places = [Int](repeating: -1, count: values.count)
    var kept: [Value] = []
    for (index, value) in values.enumerated() where isUsed[index] {
      places[index] = kept.count
      kept.append(value)
      kept[kept.count - 1].inputs = value.inputs.map { places[$0] }
    }
    values = kept
    loss = places[loss]
    gradients = gradients.map { places[$0] }
    states = states.map { places[$0] }
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

extension Operation {
  /// Whether each time gives other numbers.
  fileprivate var isRandom: Bool {
    if case .keepMask = self { true } else { false }
  }
}

/// How often a tape's nodes are used.
private struct Uses<S: Scalar> {
  /// By needed operations, or as a result.
  private var counts: [Int]
  /// As the second factor of a product that transposes it.
  private(set) var transposed: [Int]

  init(_ tape: Tape<S>, _ isNeeded: [Bool], _ outputs: [Int]) {
    counts = Array(repeating: 0, count: isNeeded.count)
    transposed = counts
    for output in outputs { counts[output] += 1 }
    for (index, node) in tape.nodes.enumerated() where isNeeded[index] {
      let inputs = node.inputs.indices
      for input in inputs { counts[input] += 1 }
      if case .matrixProduct(_, transposeRight: true) = node.operation {
        transposed[inputs[1]] += 1
      }
    }
  }

  /// The parts that a sum of paddings puts side by side along an axis, in order; nil if the sum is
  /// something else.
  func joinedParts(of sum: Int, on tape: Tape<S>) -> (axis: Int, parts: [Int])? {
    let shape = tape.nodes[sum].value.shape
    var parts: [(lower: Int, input: Int)] = []
    var axis: Int?
    var open = tape.nodes[sum].inputs.indices
    while let index = open.popLast() {
      let node = tape.nodes[index]
      guard counts[index] == 1, node.value.shape == shape else { return nil }
      switch node.operation {
      case .add: open += node.inputs.indices
      case .padding(let along, let lower, _):
        guard axis == nil || axis == along else { return nil }
        axis = along
        parts.append((lower, node.inputs.indices[0]))
      default: return nil
      }
    }
    guard let axis else { return nil }
    parts.sort { $0.lower < $1.lower }
    var end = 0
    for part in parts {
      guard part.lower == end else { return nil }
      end += tape.nodes[part.input].value.shape[axis]
    }
    return end == shape[axis] ? (axis, parts.map { $0.input }) : nil
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
