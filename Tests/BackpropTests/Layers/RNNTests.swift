import Backprop
import Testing

@Suite struct RNNTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "rnn": { inputs in
      let layer = RNN(weightIH: inputs[2], weightHH: inputs[3], bias: inputs[4])
      return allStates(layer, layer.unrolled(inputs[0], from: inputs[1]))
    },
    "rnn relu": { inputs in
      let layer = RNN(weightIH: inputs[2], weightHH: inputs[3], bias: inputs[4], activation: .relu)
      return allStates(layer, layer.unrolled(inputs[0], from: inputs[1]))
    },
  ]

  private let layer: RNN<Double> = {
    var generator = RandomNumbers(seed: 2)
    return RNN(from: 3, units: 4, using: &generator)
  }()

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func aSequenceReadInPartsGivesTheSameBits() { expectToReadInParts(layer) }

  @Test func eachSequenceOfABatchIsReadByItself() { expectToReadSequencesApart(layer) }

  @Test func emptySequencesAndBatchesHaveEmptyResults() { expectToReadEmptySequences(layer) }

  @Test func randomWeightsLieWithinTheRootOfTheUnitsAndBiasesAreZero() {
    // ±1/√4.
    #expect(layer.weightHH.scalars.allSatisfy { $0.magnitude <= 0.5 })
    #expect(layer.weightHH.scalars.contains { $0.magnitude > 0.4 })
    #expect(layer.weightIH.scalars.allSatisfy { $0.magnitude <= 0.5 })
    #expect(layer.bias == .zeros([4]))
  }

  @Test func theDerivativeReachesTheFirstOfTwoHundredSteps() {
    let rnn = RNN(
      weightIH: Tensor([[1]]), weightHH: Tensor([[1]]), bias: Tensor([0]),
      activation: .identity)
    let x = Tensor<Double>.ones([200, 1, 1])
    // The state is the sum of the steps, so each has the derivative 1, and the weight of the state
    // that of 0 + 1 + … + 199.
    let (value, gradient) = valueWithGradient(at: rnn) { $0.unrolled(x).last.sum() }
    #expect(value == 200)
    #expect(gradient.weightHH.item == 19_900)
    #expect(Backprop.gradient(at: x) { rnn.unrolled($0).last.sum() } == .ones([200, 1, 1]))
  }

  @Test func aStepIsTheActivationOfBothSums() {
    let layer = RNN(
      weightIH: Tensor([[2]]), weightHH: Tensor([[3]]), bias: Tensor([5]), activation: .identity)
    // 2 · 7 + 3 · 11 + 5.
    #expect(layer.step(Tensor([[7]]), from: Tensor([[11]])) == Tensor([[52]]))
  }

  @Test func parametersHaveTheNamesOfPyTorch() {
    #expect(layer.parameters.map(\.name) == ["weightIH", "weightHH", "bias"])
    #expect(layer.parameters.map(\.value.shape) == [[4, 3], [4, 4], [4]])
  }
}
