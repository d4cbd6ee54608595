/// The record of a computation: a flat array of nodes, each after its inputs.
///
/// Derivatives are found by one loop over the array from its end, so no depth of a computation
/// overflows a stack.
///
/// A derivative inside another may bring tensors of two tapes together. Then one tape joins the
/// other: its nodes are appended, and it remembers where.
final class Tape<S: Scalar> {
  /// One operation with the nodes that it was applied to, and its value.
  struct Node {
    var computation: Computation<LeafOperation, Int>
    var value: Tensor<S>

    /// The operation.
    var operation: Operation { computation.operation }
    /// The nodes that it was applied to, in order.
    var inputs: [Int] { computation.operands }
  }

  private(set) var nodes: [Node] = []
  /// The names that a drawing shows, each with its node; of two for a node the later counts.
  private(set) var names: [(index: Int, name: String)] = []
  /// The parts of a model that were run under their names, each with the nodes that it recorded; a
  /// part within another one comes before it.
  private(set) var parts: [(nodes: Range<Int>, name: String)] = []
  /// The model's states, each with the node of the value that it takes when the pass is over; nil
  /// if it stays as it is.
  private(set) var states: [(leaf: Int, next: Int?)] = []
  /// How many derivatives are being taken of what the tape records. When it is more than one, the
  /// inner derivatives are recorded, since the outer ones go through them.
  var openDerivatives = 0

  /// Whether a number that was computed here has been read, so that the program may depend on it.
  var wasRead = false
  /// Whether a number that was computed here has been taken out by `item` or `scalars`, rather than read by a
  /// function of the library.
  var wasTakenOut = false
  /// Whether what is recorded will be replayed with other numbers: then nothing that was computed may
  /// become a constant unnoticed.
  var isForReplay = false

  /// Whether something was detached, so that a value may depend on nothing on purpose.
  var hasDetached = false
  /// Whether a derivative is being taken in a pass, which layers should be given.
  var hasPass = false

  /// What is on this tape and on one of the other type.
  var conversions = TapeConversions<S>()

  /// The loop of the backward pass where numbers were selected by a mask; nil where none were. What
  /// no program uses is not linked to it.
  var withinSelections: BackwardLoop<S>?
  /// The rules of nodes that have a derivative of their own, by node.
  private(set) var pullbackRules: [Int: PullbackRule<S>] = [:]

  private var successor: Tape?
  private var offsetInSuccessor = 0

  deinit { conversions.loseTape() }

  /// The tape that this one has joined, or itself.
  var current: Tape {
    var tape = self
    while let next = tape.successor { tape = next }
    return tape
  }

  /// Records a value that has been computed; gives it back with its place.
  func record(_ computation: Computation<LeafOperation, Int>, _ value: Tensor<S>) -> Tensor<S> {
    nodes.append(Node(computation: computation, value: value))
    return Tensor(
      unchecked: value.shape, value.valuesUnnoted, trace: Trace(tape: self, index: nodes.count - 1))
  }

  /// Begins a derivative with respect to a value.
  func parameter(_ value: Tensor<S>) -> Tensor<S> {
    if value.trace == nil { return record(.leaf(.parameter), value) }
    let index = self.index(of: value)
    return record(.unary(.elementwise(.identity), index), value.untraced)
  }

  /// Says that values leave the tape as constants, while a derivative is being taken that goes through
  /// them: a step that is replayed would keep them.
  func noteLeaving() {
    if openDerivatives > 1 { wasRead = true }
  }

  /// Puts a state of the model on the tape.
  func state(_ value: Tensor<S>) -> Tensor<S> {
    let leaf =
      value.trace == nil
      ? record(.leaf(.state), value)
      : record(.unary(.elementwise(.identity), index(of: value)), value.untraced)
    states.append((leaf.trace!.index, nil))
    return leaf
  }

  /// Remembers what a state becomes; false if there is no state at the place.
  func updateState(_ leaf: Int, to value: Tensor<S>) -> Bool {
    guard let place = states.firstIndex(where: { $0.leaf == leaf }) else { return false }
    states[place].next = index(of: value)
    return true
  }

  /// The node of what a state has become.
  func updatedState(_ leaf: Int) -> Int {
    states.first { $0.leaf == leaf }?.next ?? leaf
  }

  /// Gives the node that was recorded last a derivative of its own.
  func setPullback(_ rule: @escaping PullbackRule<S>) { pullbackRules[nodes.count - 1] = rule }

  /// Names a node for a drawing.
  func name(_ index: Int, _ name: String) { names.append((index, name)) }

  /// The place of the node that will be recorded next.
  var end: Trace<S> { Trace(tape: self, index: nodes.count) }

  /// Notes the part of a model that has recorded the nodes from a place up to the last.
  func note(_ part: String, from first: Trace<S>) {
    parts.append((first.resolved.index..<nodes.count, part))
  }

  /// The innermost part of a model that has recorded a node.
  func part(of index: Int) -> String? { parts.first { $0.nodes.contains(index) }?.name }

  /// The name under which a node is drawn; of two the later.
  func name(of index: Int) -> String? { names.last { $0.index == index }?.name }

  /// The node of a tensor; a tensor of no tape becomes a constant.
  func index(of tensor: Tensor<S>) -> Int {
    guard let trace = tensor.trace else {
      nodes.append(Node(computation: .leaf(.constant), value: tensor))
      return nodes.count - 1
    }
    return trace.resolved.index
  }

  /// A node's value as a tensor of this tape.
  func tracked(_ index: Int) -> Tensor<S> {
    let value = nodes[index].value
    return Tensor(
      unchecked: value.shape, value.valuesUnnoted, trace: Trace(tape: self, index: index))
  }

  /// The current tape of two, after the first has absorbed the second if they are not the same one;
  /// nil if there is none.
  @inline(__always)
  static func joined(_ a: Tape?, _ b: Tape?) -> Tape? {
    guard let first = a?.current else { return b?.current }
    guard let second = b?.current else { return first }
    if first !== second { first.absorb(second) }
    return first
  }

  /// Appends the nodes of another tape, which is this one from then on.
  func absorb(_ other: Tape) {
    let offset = nodes.count
    for node in other.nodes {
      nodes.append(
        Node(
          computation: node.computation.map(leaf: { $0 }, operand: { $0 + offset }),
          value: node.value))
    }
    for (index, name) in other.names { names.append((index + offset, name)) }
    for (nodes, name) in other.parts {
      parts.append((nodes.lowerBound + offset..<nodes.upperBound + offset, name))
    }
    for (leaf, next) in other.states {
      states.append((leaf + offset, next.map { $0 + offset }))
    }
    for (index, rule) in other.pullbackRules { pullbackRules[index + offset] = rule }
    other.pullbackRules = [:]
    withinSelections = withinSelections ?? other.withinSelections
    openDerivatives += other.openDerivatives
    wasRead = wasRead || other.wasRead
    wasTakenOut = wasTakenOut || other.wasTakenOut
    isForReplay = isForReplay || other.isForReplay
    hasDetached = hasDetached || other.hasDetached
    hasPass = hasPass || other.hasPass
    conversions.absorb(&other.conversions, into: self, by: offset)
    other.nodes = []
    other.states = []
    other.successor = self
    other.offsetInSuccessor = offset
  }

  /// A place on this tape as one on the current one.
  func resolve(_ index: Int) -> Trace<S> {
    var trace = Trace(tape: self, index: index)
    while let next = trace.tape.successor {
      trace = Trace(tape: next, index: trace.index + trace.tape.offsetInSuccessor)
    }
    return trace
  }
}

/// A place on a tape.
struct Trace<S: Scalar> {
  let tape: Tape<S>
  let index: Int

  /// The same place on the tape that its tape has joined.
  @inline(__always)
  var resolved: Trace { tape.resolve(index) }
}

/// A loop over a tape from an output to the first of the points, as the backward pass runs it.
typealias BackwardLoop<S: Scalar> = (
  _ tape: Tape<S>, _ derivatives: inout [Tensor<S>?], _ output: Int, _ first: Int,
  _ depends: [Bool], _ recording: Bool
) -> Void

/// What a node with a derivative of its own contributes: takes the derivative with respect to it, its
/// inputs, whether they are on the tape, and what adds a contribution to the input at a position.
typealias PullbackRule<S: Scalar> = (
  _ gradient: Tensor<S>, _ inputs: [Tensor<S>], _ recording: Bool,
  _ add: (_ contribution: Tensor<S>, _ position: Int) -> Void
) -> Void
