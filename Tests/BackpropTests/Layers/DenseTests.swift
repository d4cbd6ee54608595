import Backprop
import Testing

@Suite struct DenseTests {
  private let layer = Dense(
    weights: Tensor([[1, 2], [3, 4], [5, 6]]), bias: Tensor([10, 20, 30]), activation: .relu)

  @Test func aRowOfWeightsMakesOneResult() {
    #expect(layer.weightedSums(Tensor([1, -10])) == Tensor([-9, -17, -25]))
    #expect(layer(Tensor([1, -10])) == Tensor([0, 0, 0]))
    #expect(layer(Tensor([1, 1])) == Tensor([13, 27, 41]))
  }

  @Test func anExampleAndABatchOfOneGiveTheSame() {
    let x = Tensor([1, 1])
    #expect(layer(x.reshaped([1, 2])) == layer(x).reshaped([1, 3]))
    #expect(layer(.zeros([0, 2])).shape == [0, 3])
  }

  @Test func sequencesAreTakenStepByStep() {
    var generator = RandomNumbers(seed: 2)
    let dense = Dense(from: 3, to: 2, using: &generator)
    let x = randomSequences([4, 2, 3])
    #expect(dense(x) == stack(unstack(x).map { dense($0) }))
    #expect(dense(.zeros([0, 2, 3])).shape == [0, 2, 2])
    let report = checkGradients(at: dense) { dense in square(dense(x)).sum() }
    #expect(report.maximumRelativeError < 1e-7)
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
  }

  @Test func theEndsAreThoseOfTheActivation() {
    #expect(layer.saturationRange == nil)
    #expect(
      Dense(weights: Tensor([[1]]), bias: Tensor([0]), activation: .sigmoid).saturationRange
        == 0...1)
  }

  @Test func itPrintsAsItWouldBeWritten() {
    let layer = Dense(weights: Tensor([[0.4, 0.6]]), bias: Tensor([-0.3544]), activation: .sigmoid)
    #expect(
      layer.description == "Dense(weights: [[0.4, 0.6]], bias: [-0.3544], activation: sigmoid)")
  }

  @Test func aBiasOfAnotherLengthStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dense(weights: Tensor([[1, 2]]), bias: Tensor([1, 2]))
    }
    #expect(
      result.message.contains(
        "A dense layer takes weights [outputs, inputs] and a bias [outputs], not [1, 2] and [2]."),
      "\(result.message)")
  }
}
