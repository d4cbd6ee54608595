@testable import Backprop

/// A function of one parameter and one input, recorded as a step's loss. Nothing is derived.
struct RecordedGraph {
  let graph: StepGraph<Double>

  /// Records a function of a parameter and an input of one size; more inputs are not read.
  init(
    size: [Int] = [3], inputs count: Int = 1,
    _ function: (_ parameter: Tensor<Double>, _ input: Tensor<Double>) -> Tensor<Double>
  ) {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(repeating: 0.5, shape: size))
    let inputs = (0..<count).map { _ in
      tape.record(.leaf(.constant), Tensor(repeating: 0.25, shape: size))
    }
    let loss = function(x, inputs[0])
    graph = StepGraph(
      tape,
      StepGraph.Marks(
        parameters: [tape.index(of: x)], states: [], inputs: inputs.map { tape.index(of: $0) },
        loss: tape.index(of: loss), gradients: [], nextStates: []))
  }

  var program: StepProgram<Double> { StepProgram(graph, for: .deterministic) }
}

extension Computation where Operand == Int {
  var isOperation: Bool { if case .leaf = self { false } else { true } }
}

extension StepGraph<Double> {
  /// The operations, in order.
  var operations: [Operation] {
    values.compactMap { value in
      switch value.computation {
      case .leaf: nil
      case .unary(let operation, _): .unary(operation)
      case .binary(let operation, _, _): .binary(operation)
      case .variadic(let operation, _): .variadic(operation)
      }
    }
  }
}
