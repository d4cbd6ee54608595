import Backprop
import Testing

@Suite struct NetworkTests {
  /// The network of two inputs, two hidden units and one output that is worked by hand in the course.
  let network = Network(
    Dense(
      weights: Tensor([[0.1, 0.2], [0.3, 0.4]]), bias: Tensor([-0.11, -0.17]),
      activation: .sigmoid),
    Dense(weights: Tensor([[0.4, 0.6]]), bias: Tensor([-0.3544]), activation: .sigmoid))
  let x = Tensor([0.5, 0.8])
  let y = Tensor([1.0])

  @Test func lossGradientsAndOneStepMatchPyTorch() {
    let oracle = Oracle.training.worked
    var (loss, gradient) = valueWithGradient(at: network) { halfSquaredError($0(x), y) }
    #expect((loss - oracle.loss).magnitude < 1e-16)
    for (parameter, expected) in zip(gradient.parameters, oracle.gradients) {
      #expect(parameter.value.isClose(to: Tensor(expected), tolerance: 1e-16))
    }

    var optimizer = SGD(learningRate: 0.5)
    var trained = network
    optimizer.update(&trained, along: gradient)
    for (parameter, expected) in zip(trained.parameters, oracle.updated) {
      #expect(parameter.value.isClose(to: Tensor(expected), tolerance: 1e-15))
    }
    (loss, gradient) = valueWithGradient(at: trained) { halfSquaredError($0(x), y) }
    #expect((loss - oracle.lossAfter).magnitude < 1e-15)
  }

  @Test func anExampleAndABatchOfOneGiveTheSame() {
    #expect(network(x.reshaped([1, 2])) == network(x).reshaped([1, 1]))
  }

  @Test func sizesGiveALayerBetweenEachTwo() {
    var generator = RandomNumbers(seed: 5)
    let network = Network(sizes: [2, 8, 1], activation: .tanh, output: .sigmoid, using: &generator)
    #expect(network.layers.map(\.weights.shape) == [[8, 2], [1, 8]])
    #expect(network.layers.map(\.activation) == [.tanh, .sigmoid])
    #expect(network.saturationRange == 0...1)
  }

  @Test func parametersAreNamedByTheLayersPlaces() {
    #expect(
      network.parameters.map(\.name) == [
        "layers.0.weights", "layers.0.bias", "layers.1.weights", "layers.1.bias",
      ])
  }

  @Test func withoutLayersItIsTheIdentity() {
    #expect(Network([Dense<Double>]())(x) == x)
    #expect(Network([Dense<Double>]()).saturationRange == nil)
  }

  @Test func itPrintsItsSummary() {
    let network = Network(Dense(weights: Tensor([[2]]), bias: Tensor([1])))
    #expect("\(network)" == network.summary)
    #expect(
      "\(network)" == """
        layers.0.weights [1, 1]  1
        layers.0.bias    [1]     1
        2 parameters
        """)
  }

  @Test func layersThatDoNotFollowOneAnotherStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let layer = Dense(weights: Tensor([[1, 2]]), bias: Tensor([0]))
      _ = Network(layer, layer)
    }
    #expect(
      result.message.contains("A layer of weights [1, 2] cannot follow one of [1, 2]."),
      "\(result.message)")
  }
}
