import Backprop
import Testing

@Suite struct WeightDecayTests {
  let network = Network(
    Dense(weights: Tensor([[1, -2]]), bias: Tensor([4]), activation: .tanh),
    Dense(weights: Tensor([[3]]), bias: Tensor([5])))
  let x = Tensor([[0.5, 1.5], [-1, 2]])
  let y = Tensor([[1.0], [-1]])

  @Test func whatIsToDecayIsToldByItsName() {
    var decayed = network
    decayed.decay(by: 0.25) { $0.hasSuffix("weights") }
    #expect(decayed.layers[0].weights == Tensor([[0.75, -1.5]]))
    #expect(decayed.layers[1].weights == Tensor([[2.25]]))
    #expect(decayed.layers[0].bias == Tensor([4]))
    decayed.decay(by: 1)
    #expect(decayed.globalNorm == 0)
  }

  @Test func beforeAStepOfAdamItIsAdamWToTheLastBit() {
    var (first, second) = (network, network)
    var adamW = AdamW<Double>(learningRate: 0.05, weightDecay: 0.125)
    var adam = Adam<Double>(learningRate: 0.05)
    for _ in 0..<5 {
      adamW.update(&first, along: gradient(at: first) { meanSquaredError($0(x), y) })
      let slope = gradient(at: second) { meanSquaredError($0(x), y) }
      second.decay(by: 0.05 * 0.125)
      adam.update(&second, along: slope)
    }
    #expect(first.parameters.map(\.value) == second.parameters.map(\.value))
  }

  @Test func inGradientDescentItIsAnL2PenaltyInTheLossInAdamItIsNot() {
    let (rate, strength) = (0.05, 0.5)
    func penalized(_ network: Network<Double>) -> Network<Double> {
      gradient(at: network) { network in
        meanSquaredError(network(x), y) + halfL2Penalty(network, strength: strength)
      }
    }
    let slope = gradient(at: network) { meanSquaredError($0(x), y) }
    var (decayed, inLoss) = (network, network)
    var sgd = SGD(learningRate: rate)
    decayed.decay(by: rate * strength)
    sgd.update(&decayed, along: slope)
    sgd.update(&inLoss, along: penalized(network))
    #expect(decayed.flattenedParameters.isClose(to: inLoss.flattenedParameters, tolerance: 1e-15))

    (decayed, inLoss) = (network, network)
    var (one, other) = (Adam<Double>(learningRate: rate), Adam<Double>(learningRate: rate))
    decayed.decay(by: rate * strength)
    one.update(&decayed, along: slope)
    other.update(&inLoss, along: penalized(network))
    #expect((decayed.flattenedParameters - inLoss.flattenedParameters).norm().item > 0.01)
  }

  @Test func anEmptyTensorDecaysToAnEmptyOne() {
    var none = Tensor<Float>.zeros([0, 3])
    none.decay(by: 0.5)
    #expect(none.shape == [0, 3])
    var one = Tensor<Float>(2)
    one.decay(by: 0.5)
    #expect(one.item == 1)
  }
}
