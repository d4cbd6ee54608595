import Backprop
import Testing

@Suite struct ComputationGraphTests {
  @Test func `an expression gives its nodes with values and derivatives`() {
    let graph = computationGraph { named in
      let w = named("w", 3.0)
      let x = named("x", 2.0)
      return named("y", square(w * x + 1))
    }
    #expect(graph.nodes.map(\.label) == ["w", "x", "×", "1.0", "+", "x²"])
    #expect(graph.nodes.map(\.name) == ["w", "x", nil, nil, nil, "y"])
    #expect(graph.nodes.map(\.inputs) == [[], [], [0, 1], [], [2, 3], [4]])
    #expect(graph.nodes.map(\.value.item) == [3, 2, 6, 1, 7, 49])
    #expect(graph.nodes.map { $0.gradient?.item } == [28, 42, 14, nil, 14, 1])
    #expect(graph.result.operation == .square)
  }

  @Test func `what does not lead to the result is left out`() {
    let graph = computationGraph { named in
      let a = named("a", 1.0)
      let b = named("b", 2.0)
      _ = a * b
      return a + 1
    }
    #expect(graph.nodes.map(\.label) == ["a", "1.0", "+"])
    #expect(graph.nodes.map(\.inputs) == [[], [], [0, 1]])
  }

  @Test func `a value used twice has one node, and its derivative is the sum`() {
    let graph = computationGraph { named in
      let a = named("a", 3.0)
      return a * a
    }
    #expect(graph.nodes.map(\.inputs) == [[], [0, 0]])
    #expect(graph.nodes[0].gradient == Tensor(6))
  }

  @Test func `a model's parameters are leaves under their names`() {
    let network = Network(Dense(weights: Tensor([[2.0, 1]]), bias: Tensor([1.0])))
    let graph = computationGraph(at: network) { network, named in
      let x = named("x", Tensor([3, 4]))
      return halfSquaredError(named("prediction", network(x)), Tensor([10.0]))
    }
    #expect(
      graph.nodes.compactMap(\.name) == ["layers.0.weights", "layers.0.bias", "x", "prediction"])
    #expect(graph.nodes[0].gradient == Tensor([[3, 4]]))
    #expect(graph.result.value == Tensor(0.5))
  }
}
