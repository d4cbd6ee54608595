/// A computation as data, for drawing: what was computed from what, with values and derivatives.
///
/// Figures draws it:
///
///     GraphDiagram(
///       "One step", alt: "…",
///       nodes: graph.nodes.map { node in
///         GraphDiagram.Node(
///           id: node.id, label: node.label, value: node.valueLabel, gradient: node.gradientLabel,
///           inputs: node.inputs)
///       })
public struct ComputationGraph<S: Scalar>: Sendable {
  /// One value of the computation.
  public struct Node: Sendable {
    /// The node's place in ``ComputationGraph/nodes``.
    public let id: Int
    /// The name given to the value, or nil.
    public let name: String?
    /// The layer in which the value was computed, if a pass has run it under a name.
    public let layer: String?
    /// How the value was computed.
    public let operation: Operation
    /// The places of the values that it was computed from.
    public let inputs: [Int]
    /// The value.
    public let value: Tensor<S>
    /// The derivative of the result with respect to the value; nil where none was needed, as for
    /// constants.
    public let gradient: Tensor<S>?

    #if !hasFeature(Embedded)
      /// What a drawing writes into the node: the name of a leaf, a constant's value (or its shape,
      /// if it has more than four numbers), or else the operation's symbol.
      public var label: String {
        switch operation {
        case .leaf(.parameter), .leaf(.constant), .leaf(.state):
          name ?? (value.count > 4 ? "\(value.shape)" : "\(value)")
        case .leaf(.random), .unary, .binary, .variadic: operation.symbol
        }
      }

      /// What a drawing writes on the node's wire: one number to four digits, or the shape of
      /// several.
      public var valueLabel: String { wireLabel(value) }

      /// The same for the derivative; empty where there is none.
      public var gradientLabel: String { gradient.map { wireLabel($0) } ?? "" }

      private func wireLabel(_ tensor: Tensor<S>) -> String {
        tensor.count == 1 ? shortened(Double(tensor.values[0])) : "\(tensor.shape)"
      }
    #endif
  }

  /// All values, each after those that it was computed from; the result is the last.
  public let nodes: [Node]

  /// The result.
  public var result: Node { nodes[nodes.count - 1] }
}

/// Gives values the names under which a computation graph shows them.
public struct GraphNames<S: Scalar> {
  fileprivate let tape: Tape<S>

  /// Names a value. A constant becomes a leaf of the graph, with a derivative.
  public func callAsFunction(_ name: String, _ value: Tensor<S>) -> Tensor<S> {
    guard let trace = value.trace?.resolved else {
      let current = tape.current
      let leaf = current.parameter(value)
      current.name(leaf.trace!.index, name)
      return leaf
    }
    trace.tape.name(trace.index, name)
    return value
  }

  /// Names a number, which becomes a leaf of the graph, with a derivative.
  public func callAsFunction(_ name: String, _ value: S) -> Tensor<S> {
    self(name, Tensor(value))
  }
}

/// The graph of an expression, with the derivatives of its result.
///
///     let graph = computationGraph { named in
///       let w = named("w", 0.4)
///       let x = named("x", 0.5)
///       return sigmoid(named("z", w * x))
///     }
///
/// Traps unless the result depends on a named leaf and is one number.
public func computationGraph(
  file: StaticString = #fileID, line: UInt = #line,
  of expression: (_ named: GraphNames<Double>) -> Tensor<Double>
) -> ComputationGraph<Double> {
  computationGraph(of: Double.self, file: file, line: line, expression)
}

/// The graph of an expression in numbers of a given type, with the derivatives of its result.
///
/// Traps unless the result depends on a named leaf and is one number.
public func computationGraph<S: Scalar>(
  of type: S.Type, file: StaticString = #fileID, line: UInt = #line,
  _ expression: (_ named: GraphNames<S>) -> Tensor<S>
) -> ComputationGraph<S> {
  let tape = Tape<S>()
  tape.openDerivatives = 1
  let result = expression(GraphNames(tape: tape))
  return computationGraph(of: result, on: tape, file: file, line: line)
}

/// The graph of a function of a model; its parameters are the leaves, under their names.
///
/// The second argument of the closure names further values. Traps unless the result depends on a
/// parameter and is one number.
public func computationGraph<M: Model>(
  at point: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (_ point: M, _ named: GraphNames<M.Number>) -> Tensor<M.Number>
) -> ComputationGraph<M.Number> {
  let tape = Tape<M.Number>()
  tape.openDerivatives = 1
  var tracked = point
  tracked.updateParameters { path, parameter in
    parameter = tape.parameter(parameter)
    tape.name(parameter.trace!.index, parameterName(path))
  }
  let result = function(tracked, GraphNames(tape: tape))
  return computationGraph(of: result, on: tape, file: file, line: line)
}

/// The graph of a function of a model in a pass; parameters and states are the leaves, under their
/// names, and each value says in which layer it was computed.
///
///     let graph = computationGraph(at: network, in: Pass(.training)) { network, pass, named in
///       meanSquaredError(network(named("x", x), in: &pass), y)
///     }
///
/// A copy of the pass is used. Traps unless the result depends on a parameter and is one number.
public func computationGraph<M: Model>(
  at point: M, in pass: Pass<M.Number>, file: StaticString = #fileID, line: UInt = #line,
  of function: (
    _ point: M, _ pass: inout Pass<M.Number>, _ named: GraphNames<M.Number>
  ) -> Tensor<M.Number>
) -> ComputationGraph<M.Number> {
  let tape = Tape<M.Number>()
  tape.openDerivatives = 1
  var (tracked, pass) = (point, pass)
  tracked.updateTensors { path, isState, tensor in
    tensor = isState ? tape.state(tensor) : tape.parameter(tensor)
    tape.name(tensor.trace!.index, parameterName(path))
  }
  pass.tape = tape
  pass.recordsActivations = true
  pass.place = (file, line)
  let result = function(tracked, &pass, GraphNames(tape: tape))
  return computationGraph(of: result, on: tape, file: file, line: line)
}

private func computationGraph<S: Scalar>(
  of result: Tensor<S>, on firstTape: Tape<S>, file: StaticString, line: UInt
) -> ComputationGraph<S> {
  // A derivative inside the expression may have made its tape join another.
  let tape = firstTape.current
  guard let trace = result.trace?.resolved, trace.tape === tape, result.count == 1 else {
    fail(
      "A computation graph ends in one number that depends on a named leaf; this one has the "
        + "shape \(result.shape).", file: file, line: line)
  }
  let leaves = tape.nodes.indices.filter { tape.nodes[$0].operation == .leaf(.parameter) }
  require(
    !leaves.isEmpty, "A computation graph needs a named leaf or a parameter.", file: file,
    line: line)
  let first = leaves[0]
  let derivatives = tape.allDerivatives(
    of: trace.index, seed: Tensor(repeating: 1, shape: result.shape), withRespectTo: leaves,
    recording: false)

  tape.noteLeaving()
  tape.openDerivatives -= 1

  // Only what leads to the result is shown.
  var leads = [Bool](repeating: false, count: trace.index + 1)
  leads[trace.index] = true
  for index in stride(from: trace.index, through: 0, by: -1) where leads[index] {
    for input in tape.nodes[index].inputs { leads[input] = true }
  }
  var names = [String?](repeating: nil, count: leads.count)
  for (index, name) in tape.names where index < names.count { names[index] = name }
  var places = [Int](repeating: 0, count: leads.count)
  var nodes: [ComputationGraph<S>.Node] = []
  for index in leads.indices where leads[index] {
    let node = tape.nodes[index]
    places[index] = nodes.count
    nodes.append(
      ComputationGraph.Node(
        id: nodes.count, name: names[index], layer: tape.part(of: index),
        operation: node.operation,
        inputs: node.inputs.map { places[$0] }, value: node.value,
        gradient: index >= first ? derivatives[index - first] : nil))
  }
  return ComputationGraph(nodes: nodes)
}
