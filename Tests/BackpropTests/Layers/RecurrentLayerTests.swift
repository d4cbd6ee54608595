import Backprop
import Testing

@Suite struct RecurrentLayerTests {
  /// Adds up what it reads: a recurrent layer as a user writes one.
  private struct Sum: RecurrentLayer {
    var units: Int { 1 }
    func initialState(count: Int) -> Tensor<Double> { .zeros([count, 1]) }
    func hidden(_ state: Tensor<Double>) -> Tensor<Double> { state }
    func step(
      _ x: Tensor<Double>, from state: Tensor<Double>, file: StaticString, line: UInt
    ) -> Tensor<Double> { state + x }
    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {}
  }

  @Test func aLayerOfOnesOwnIsUnrolledOverAllSteps() {
    let x = Tensor([[[1], [10]], [[2], [20]], [[3], [30]]])
    let (steps, last) = Sum().unrolled(x)
    let sums: [Tensor<Double>] = [
      Tensor([[1], [10]]), Tensor([[3], [30]]), Tensor([[6], [60]]),
    ]
    #expect(steps == sums)
    #expect(last == Tensor([[6], [60]]))
    #expect(Sum()(x) == stack(steps))
    #expect(Sum().unrolled(x, from: Tensor([[100], [0]])).last == Tensor([[106], [60]]))
    #expect(Sum()(.zeros([0, 2, 1])).shape == [0, 2, 1])
  }

  @Test func theLastOfSeveralStepsIsTaken() {
    #expect(LastStep()(Tensor([[[1, 2]], [[3, 4]]])) == Tensor([[3, 4]]))
    #expect(LastStep<Double>().tensors.isEmpty)
  }

  @Test func theLastStepOfASequenceGoesOnInARowOfLayers() {
    var generator = RandomNumbers(seed: 2)
    let network = Sequential {
      Embedding(of: 5, size: 3, using: &generator)
      LSTM(from: 3, units: 4, using: &generator)
      LastStep()
      Dense(from: 4, to: 2, using: &generator)
    }
    let result = network(Tensor([[1, 4], [0, 0], [3, 1]]))
    #expect(result.shape == [2, 2])
    #expect(
      network.parameters.map(\.name)[1...3] == [
        "layers.1.weightIH", "layers.1.weightHH", "layers.1.bias",
      ])
    let report = checkGradients(at: network) { network in
      square(network(Tensor([[1, 4], [0, 0], [3, 1]]))).sum()
    }
    #expect(report.maximumRelativeError < 1e-6)
  }
}
