import Backprop
import Testing

@Suite struct LSTMTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "lstm": { inputs in
      let layer = LSTM(weightIH: inputs[3], weightHH: inputs[4], bias: inputs[5])
      let (steps, last) = layer.unrolled(
        inputs[0], from: .init(hidden: inputs[1], cell: inputs[2]))
      return concatenated([
        stack(steps).flattened, last.hidden.flattened, last.cell.flattened,
      ])
    }
  ]

  private let layer: LSTM<Double> = {
    var generator = RandomNumbers(seed: 2)
    return LSTM(from: 3, units: 4, using: &generator)
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
    #expect(layer.bias == .zeros([16]))
  }

  @Test func openGatesKeepTheCellAndClosedOnesForgetIt() {
    // All gates but the forget gate are shut, up to σ(−800) = 0; that one is open or shut.
    for (forget, cell) in [(800.0, 7.0), (-800, 0)] {
      let layer = LSTM(
        weightIH: .zeros([4, 1]), weightHH: .zeros([4, 1]),
        bias: Tensor([-800, forget, 0, -800]))
      let state = layer.step(
        Tensor([[1]]), from: .init(hidden: Tensor([[1]]), cell: Tensor([[7]])))
      #expect(state.cell == Tensor([[cell]]))
      #expect(state.hidden == Tensor([[0]]))
    }
  }

  @Test func theStateBeforeTheFirstStepIsZeros() {
    let state = layer.initialState(count: 2)
    #expect(state.hidden == .zeros([2, 4]))
    #expect(state.cell == .zeros([2, 4]))
  }

  @Test func inFloatTheValuesAreThoseOfDoubleToItsPrecision() {
    for example in Oracle.layers where example.name == "lstm" {
      let x = example.inputs.map { Tensor($0) }
      let single = x.map { Tensor<Float>(shape: $0.shape, scalars: $0.scalars.map { Float($0) }) }
      let layer = LSTM(weightIH: x[3], weightHH: x[4], bias: x[5])
      let other = LSTM(weightIH: single[3], weightHH: single[4], bias: single[5])
      for (a, b) in zip(other(single[0]).scalars, layer(x[0]).scalars) {
        #expect((Double(a) - b).magnitude < 1e-5)
      }
    }
  }

  @Test func parametersHaveTheNamesOfPyTorch() {
    #expect(layer.parameters.map(\.name) == ["weightIH", "weightHH", "bias"])
    #expect(layer.parameters.map(\.value.shape) == [[16, 3], [16, 4], [16]])
  }
}
