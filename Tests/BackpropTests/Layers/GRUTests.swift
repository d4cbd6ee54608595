import Backprop
import Testing

@Suite struct GRUTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "gru": { inputs in
      let layer = GRU(
        weightIH: inputs[2], weightHH: inputs[3], biasIH: inputs[4], biasHH: inputs[5])
      return allStates(layer, layer.unrolled(inputs[0], from: inputs[1]))
    }
  ]

  private let layer: GRU<Double> = {
    var generator = RandomNumbers(seed: 2)
    return GRU(from: 3, units: 4, using: &generator)
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
    #expect(layer.biasIH == .zeros([12]))
    #expect(layer.biasHH == .zeros([12]))
  }

  @Test func theUpdateGateKeepsTheStateOrTakesTheNewOne() {
    // σ(±800) is 1 or 0: with the gate open the state stays, else it becomes tanh 0.
    for (update, hidden) in [(800.0, 7.0), (-800, 0)] {
      let layer = GRU(
        weightIH: .zeros([3, 1]), weightHH: .zeros([3, 1]), biasIH: Tensor([0, update, 0]),
        biasHH: .zeros([3]))
      #expect(layer.step(Tensor([[1]]), from: Tensor([[7]])) == Tensor([[hidden]]))
    }
  }

  @Test func parametersHaveTheNamesOfPyTorch() {
    #expect(layer.parameters.map(\.name) == ["weightIH", "weightHH", "biasIH", "biasHH"])
    #expect(layer.parameters.map(\.value.shape) == [[12, 3], [12, 4], [12], [12]])
  }
}
