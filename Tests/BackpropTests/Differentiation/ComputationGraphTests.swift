import Backprop
import Testing

@Suite struct ComputationGraphTests {
  @Test func anExpressionGivesItsNodesWithValuesAndDerivatives() {
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
    #expect(graph.result.operation == .unary(.elementwise(.square)))
  }

  @Test func whatDoesNotLeadToTheResultIsLeftOut() {
    let graph = computationGraph { named in
      let a = named("a", 1.0)
      let b = named("b", 2.0)
      _ = a * b
      return a + 1
    }
    #expect(graph.nodes.map(\.label) == ["a", "1.0", "+"])
    #expect(graph.nodes.map(\.inputs) == [[], [], [0, 1]])
  }

  @Test func aValueUsedTwiceHasOneNodeAndItsDerivativeIsTheSum() {
    let graph = computationGraph { named in
      let a = named("a", 3.0)
      return a * a
    }
    #expect(graph.nodes.map(\.inputs) == [[], [0, 0]])
    #expect(graph.nodes[0].gradient == Tensor(6))
  }

  @Test func aModelsParametersAreLeavesUnderTheirNames() {
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

  @Test func inAPassTheGraphSaysWhichLayerEachValueIsOf() {
    var generator = RandomNumbers(seed: 2)
    let network = Sequential {
      Dense(from: 3, to: 4, activation: .relu, using: &generator)
      BatchNorm(features: 4)
      Dropout(rate: 0.5)
      Dense(from: 4, to: 1, using: &generator)
    }
    let (x, y) = (
      Tensor.normal(shape: [5, 3], using: &generator), Tensor<Double>.ones([5, 1])
    )
    let pass = Pass<Double>(.training, using: generator)
    let graph = computationGraph(at: network, in: pass) { network, pass, named in
      meanSquaredError(named("prediction", network(named("x", x), in: &pass)), y)
    }
    // States stand in the graph only where they go into the result, which in training they don't.
    let names = network.parameters.map(\.name) + ["x", "prediction"]
    #expect(Set(graph.nodes.compactMap(\.name)) == Set(names))
    var layers: [String] = []
    for node in graph.nodes {
      if let layer = node.layer, layers.last != layer { layers.append(layer) }
    }
    #expect(layers == ["layers.0", "layers.1", "layers.2", "layers.3"])
    let product = graph.nodes.first { $0.label == "·" }
    #expect(product?.layer == "layers.0")
    #expect(product?.valueLabel == "[5, 4]" && product?.gradientLabel == "[5, 4]")
    #expect(
      graph.nodes.first { $0.operation == .leaf(.random(.keepMask(rate: 0.5, shape: [5, 4]))) }
        != nil)
    #expect(graph.nodes.contains { $0.name == "x" && $0.gradientLabel == "[5, 3]" })
    #expect(graph.result.layer == nil)
    #expect(graph.nodes.allSatisfy { node in node.inputs.allSatisfy { $0 < node.id } })

    // The value and the derivatives are those of a step.
    var (copy, step) = (network, pass)
    let (loss, gradient) = valueWithGradient(at: &copy, in: &step) { network, pass in
      meanSquaredError(network(x, in: &pass), y)
    }
    #expect(graph.result.value.item == loss)
    for (name, slope) in gradient.parameters {
      #expect(graph.nodes.first { $0.name == name }?.gradient == slope)
    }
    let inference = computationGraph(at: network, in: Pass(.inference)) { network, pass, _ in
      meanSquaredError(network(x, in: &pass), y)
    }
    #expect(inference.nodes.contains { $0.name == "layers.1.runningMean" && $0.label == $0.name })
  }

  @Test func anExpressionMayTakeADerivativeOfItsOwn() {
    // With y = w x², dy/dx = 2 w x.
    let graph = computationGraph { named in
      let w = named("w", 3.0)
      // The tape of the first factor takes over that of the second.
      let slope = gradient(at: Tensor(2.0)) { x in square(x) * w }
      return named("sum", slope + named("b", 5.0))
    }
    #expect(graph.result.value == Tensor(17))
    #expect(graph.result.name == "sum")
    #expect(graph.nodes.first { $0.name == "w" }?.gradient == Tensor(4))
    #expect(graph.nodes.first { $0.name == "b" }?.gradient == Tensor(1))
    #expect(graph.nodes.allSatisfy { node in node.inputs.allSatisfy { $0 < node.id } })

    let ofAModel = computationGraph(at: Tensor([3.0, 1])) { w, _ in
      (gradient(at: Tensor([2.0, 4])) { x in (square(x) * w).sum() }).sum()
    }
    #expect(ofAModel.result.value == Tensor(20))
    #expect(ofAModel.nodes.first { $0.name == "parameter" }?.gradient == Tensor([4, 8]))
  }

  @Test func aDrawingWritesNumbersToFourDigitsAndShapesOfSeveral() {
    let graph = computationGraph { named in
      let x = named("x", Tensor([1.0, 2, 3, 4, 5]))
      return (x * Tensor([5.0, 4, 3, 2, 1])).sum() / 3
    }
    #expect(graph.nodes.map(\.label) == ["x", "[5]", "×", "Σ", "3.0", "÷"])
    #expect(graph.nodes.map(\.valueLabel) == ["[5]", "[5]", "[5]", "35", "3", "11.67"])
    #expect(graph.nodes.map(\.gradientLabel) == ["[5]", "", "[5]", "0.3333", "", "1"])
  }

  @Test(arguments: [0, 1, 2])
  func withoutALeafOrASingleNumberThereIsNoGraph(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = computationGraph { _ in Tensor(1) }
      case 1: _ = computationGraph { named in named("x", Tensor([1.0, 2])) }
      default:
        _ = computationGraph(at: Tensor([1.0]), in: Pass(.training)) { _, _, _ in Tensor(1) }
      }
    }
  }
}
