/// What a training step computes, as data: the operations of its forward and backward pass.
///
/// It is made from a tape on which both passes were recorded. What the results do not depend on is
/// left out, what depends on no parameter, state, input or random number is computed already, and
/// what is computed twice from the same values is computed once.
struct StepGraph<S: Scalar> {
  /// When a value has to be computed, from the rarest to the most frequent.
  enum Stage: Comparable {
    /// Never again.
    case constant
    /// When the step gets another input.
    case input
    /// In each step.
    case step
  }

  /// A value of the step: an operation on other values, or a leaf.
  struct Value {
    var computation: Computation<StepLeaf<S>, Int>
    var shape: [Int]
    var stage: Stage
    var count: Int { elementCount(shape) }
    /// The values that it is computed from, in order.
    var inputs: [Int] { computation.operands }

    /// Whether it is in memory before the step begins.
    var isGiven: Bool {
      switch computation {
      case .leaf(.constant), .leaf(.parameter), .leaf(.state), .leaf(.input): true
      case .leaf(.random), .unary, .binary, .variadic: false
      }
    }
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
    var given: [Int: StepLeaf<S>] = [:]
    for (index, node) in marks.parameters.enumerated() { given[node] = .parameter(index) }
    for (index, node) in marks.states.enumerated() { given[node] = .state(index) }
    for (index, node) in marks.inputs.enumerated() { given[node] = .input(index) }

    var places = [Int](repeating: -1, count: tape.nodes.count)
    for (index, node) in tape.nodes.enumerated() where isNeeded[index] {
      let shape = node.value.shape
      if let leaf = given[index] {
        places[index] = append(.leaf(leaf), shape, leaf.stage)
        continue
      }
      let computation = node.computation.map(
        leaf: { StepLeaf($0, node.value) }, operand: { places[$0] })
      if let x = computation.sameValue {
        places[index] = x
      } else if case .variadic(.custom, let inputs) = computation {
        places[index] = inputs[0]
      } else if isConstant(computation) {
        places[index] = append(.leaf(.constant(node.value.values)), shape, .constant)
      } else if case .binary(.matrixProduct(let left, true), let a, let b) = computation,
        uses.transposed[node.inputs[1]] > 1, values[b].shape.count == 2
      {
        // Transposed once, rather than by each product.
        let factor = values[b].shape
        let transposed = computed(.unary(.transpose, b), [factor[1], factor[0]])
        places[index] = computed(
          .binary(.matrixProduct(transposeLeft: left, transposeRight: false), a, transposed), shape)
      } else if let (axis, parts) = uses.joinedParts(of: index, on: tape) {
        // Adding zero, as the sum does, makes 0 of −0.
        let zero = append(.leaf(.constant([0])), [], .constant)
        let sums = parts.map {
          computed(.binary(.elementwise(.add), places[$0], zero), tape.nodes[$0].value.shape)
        }
        places[index] = computed(.variadic(.concatenate(axis: axis), sums), shape)
      } else {
        places[index] = computed(computation, shape)
      }
    }
    loss = places[marks.loss]
    gradients = marks.gradients.map { places[$0] }
    states = marks.nextStates.map { places[$0] }
    leaveOutUnused()
  }

  /// Whether a value is the same in each step.
  private func isConstant(_ computation: Computation<StepLeaf<S>, Int>) -> Bool {
    if case .leaf(let leaf) = computation { return leaf.stage == .constant }
    return computation.operands.allSatisfy { values[$0].stage == .constant }
  }

  /// The value of a computation, which may be there already.
  private mutating func computed(
    _ computation: Computation<StepLeaf<S>, Int>, _ shape: [Int]
  ) -> Int {
    if case .leaf(let leaf) = computation { return append(computation, shape, leaf.stage) }
    let inputs = computation.operands
    if let same = known[inputs]?.first(where: {
      values[$0].computation == computation && values[$0].shape == shape
    }) {
      return same
    }
    let stage = inputs.reduce(Stage.constant) { max($0, values[$1].stage) }
    let place = append(computation, shape, stage)
    known[inputs, default: []].append(place)
    return place
  }

  /// Drops what rewriting has left behind.
  private mutating func leaveOutUnused() {
    known = [:]
    var isUsed = [Bool](repeating: false, count: values.count)
    for output in [loss] + gradients + states { isUsed[output] = true }
    for index in values.indices.reversed() {
      switch values[index].computation {
      case .leaf(.parameter), .leaf(.state), .leaf(.input): isUsed[index] = true
      case .leaf(.constant), .leaf(.random), .unary, .binary, .variadic: break
      }
      if isUsed[index] { for input in values[index].inputs { isUsed[input] = true } }
    }
    var places = [Int](repeating: -1, count: values.count)
    var kept: [Value] = []
    for (index, value) in values.enumerated() where isUsed[index] {
      places[index] = kept.count
      kept.append(value)
      kept[kept.count - 1].computation = value.computation.map(
        leaf: { $0 }, operand: { places[$0] })
    }
    values = kept
    loss = places[loss]
    gradients = gradients.map { places[$0] }
    states = states.map { places[$0] }
  }

  /// A generator after all that a step draws.
  func generator(after start: RandomNumbers) -> RandomNumbers {
    var generator = start
    for value in values {
      guard case .leaf(.random(let operation)) = value.computation else { continue }
      let _: Tensor<S> = operation.draw(using: &generator)
    }
    return generator
  }

  /// Whether two recordings say the same, constants included.
  func isSame(as other: StepGraph) -> Bool {
    guard values.count == other.values.count, loss == other.loss, gradients == other.gradients,
      states == other.states
    else { return false }
    return zip(values, other.values).allSatisfy {
      $0.computation == $1.computation && $0.shape == $1.shape
    }
  }

  private mutating func append(
    _ computation: Computation<StepLeaf<S>, Int>, _ shape: [Int], _ stage: Stage
  ) -> Int {
    values.append(Value(computation: computation, shape: shape, stage: stage))
    return values.count - 1
  }

  private static func needed(for outputs: [Int], on tape: Tape<S>) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: tape.nodes.count)
    for output in outputs { isNeeded[output] = true }
    for index in tape.nodes.indices.reversed() where isNeeded[index] {
      for input in tape.nodes[index].inputs { isNeeded[input] = true }
    }
    return isNeeded
  }
}

extension Computation {
  /// The operand, if the operation gives it as it is.
  fileprivate var sameValue: Operand? {
    switch self {
    case .unary(.elementwise(.identity), let x), .unary(.elementwise(.stopGradient), let x): x
    default: nil
    }
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
      for input in node.inputs { counts[input] += 1 }
      if case .binary(.matrixProduct(_, transposeRight: true), _, let b) = node.computation {
        transposed[b] += 1
      }
    }
  }

  /// The parts that a sum of paddings puts side by side along an axis, in order; nil if the sum is
  /// something else.
  func joinedParts(of sum: Int, on tape: Tape<S>) -> (axis: Int, parts: [Int])? {
    guard case .binary(.elementwise(.add), let a, let b) = tape.nodes[sum].computation else {
      return nil
    }
    let shape = tape.nodes[sum].value.shape
    var parts: [(lower: Int, input: Int)] = []
    var axis: Int?
    var open = [a, b]
    while let index = open.popLast() {
      let node = tape.nodes[index]
      guard counts[index] == 1, node.value.shape == shape else { return nil }
      switch node.computation {
      case .binary(.elementwise(.add), let a, let b): open += [a, b]
      case .unary(.padding(let along, let lower, _), let input):
        guard axis == nil || axis == along else { return nil }
        axis = along
        parts.append((lower, input))
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
