import Backprop
import Testing

/// The network of two inputs, two hidden units and one output that is worked by hand in the course.
@Suite struct WorkedNetworkTests {
  let x = Tensor([0.5, 0.8])
  let y = Tensor([1.0])
  let network = Network(
    Dense(
      weights: Tensor([[0.1, 0.2], [0.3, 0.4]]), bias: Tensor([-0.11, -0.17]),
      activation: .sigmoid),
    Dense(weights: Tensor([[0.4, 0.6]]), bias: Tensor([-0.3544]), activation: .sigmoid))

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

  @Test func aLayerPrintsAsItWouldBeWritten() {
    #expect(
      network.layers[1].description
        == "Dense(weights: [[0.4, 0.6]], bias: [-0.3544], activation: sigmoid)")
  }

  @Test func xaviersWeightsLieWithinTheBoundAndTheSameSeedGivesTheSame() {
    var first = RandomNumbers(seed: 5)
    var second = RandomNumbers(seed: 5)
    let layer = Dense(from: 20, to: 30, activation: .tanh, using: &first)
    #expect(layer.weights.shape == [30, 20])
    #expect(layer.bias == Tensor<Double>.zeros([30]))
    let bound = sqrt(6.0 / 50)
    #expect(layer.weights.scalars.allSatisfy { $0.magnitude <= bound })
    let variance = square(layer.weights).mean().item
    #expect((variance / (bound * bound / 3) - 1).magnitude < 0.1)
    #expect(Dense(from: 20, to: 30, activation: .tanh, using: &second).weights == layer.weights)
    let network = Network(sizes: [2, 8, 1], activation: .tanh, output: .sigmoid, using: &first)
    #expect(network.layers.map(\.weights.shape) == [[8, 2], [1, 8]])
    #expect(network.layers.map(\.activation) == [.tanh, .sigmoid])
  }
}
