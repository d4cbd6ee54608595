import Backprop
import Testing

@Suite struct SequencesTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "cumulative sum 0": { $0[0].cumulativeSum(axis: 0) },
    "cumulative sum 1": { $0[0].cumulativeSum(axis: 1) },
    "cumulative sum -1": { $0[0].cumulativeSum(axis: -1) },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func numbersAtEqualDistances() {
    #expect(Tensor.arange(to: 4) == Tensor([0, 1, 2, 3]))
    #expect(Tensor.arange(0, to: 1, by: 0.25) == Tensor([0, 0.25, 0.5, 0.75]))
    #expect(Tensor.arange(3, to: 0, by: -1) == Tensor([3, 2, 1]))
    #expect(Tensor.arange(3, to: 0).shape == [0])
    // Added up, 0.1 ten times is not 1.
    #expect(Tensor.arange(0, to: 2, by: 0.1)[10].item == 1)
    #expect(Tensor.linspace(0, to: 1, count: 5) == Tensor([0, 0.25, 0.5, 0.75, 1]))
    #expect(Tensor.linspace(0, to: 0.3, count: 4)[3].item == 0.3)
    #expect(Tensor.linspace(2, to: 3, count: 1) == Tensor([2]))
    #expect(Tensor.linspace(2, to: 3, count: 0).shape == [0])
    #expect(Tensor<Float>.arange(to: 2) == Tensor<Float>([0, 1]))
  }

  @Test func sumsOfNothingAndOfOneNumber() {
    #expect(Tensor<Double>.zeros([0, 2]).cumulativeSum(axis: 0).shape == [0, 2])
    #expect(Tensor<Double>.zeros([2, 0]).cumulativeSum(axis: 0).shape == [2, 0])
    #expect(Tensor([[3], [4]]).cumulativeSum(axis: 1) == Tensor([[3], [4]]))
  }

  private static let sentences = [
    "There are no numbers from 0.0 to 1.0 by steps of 0.0.",
    "There are no numbers from 0.0 to inf by steps of 1.0.",
    "No tensor has the shape [-1]: a length is negative.",
    "A tensor of shape [2] has no axis 1.",
  ]

  @Test(arguments: sentences.indices)
  func whatThereIsNotStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      switch number {
      case 0: _ = Tensor.arange(0, to: 1, by: 0)
      case 1: _ = Tensor.arange(0, to: .infinity)
      case 2: _ = Tensor.linspace(0, to: 1, count: -1)
      default: _ = Tensor([1, 2]).cumulativeSum(axis: 1)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("SequencesTests.swift:"))
  }
}
