import Backprop
import Testing

@Suite struct OrderingTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = {
    var functions: [String: TensorFunction] = [:]
    for axis in [0, 1, -1] {
      functions["sorted \(axis)"] = {
        $0[0].sorted(axis: axis).values * Tensor.arange(1, to: 25).reshaped([3, 4, 2])
      }
      functions["sorted descending \(axis)"] = {
        square($0[0].sorted(axis: axis, descending: true).values)
      }
      functions["top 2 \(axis)"] = { pow($0[0].topK(2, axis: axis).values, 3) }
    }
    return functions
  }()

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions, isReplayed: false)
  }

  @Test func placesOfTheLargestAndTheSmallest() {
    let x = Tensor([[1, 5, 5], [7, 2, 2]])
    #expect(x.argmax(axis: 1) == Tensor([1, 0]))
    #expect(x.argmin(axis: -1) == Tensor([0, 1]))
    #expect(x.argmax(axis: 0) == Tensor([1, 0, 0]))
    #expect(x.argmax(axis: 1, keepingAxes: true) == Tensor([[1], [0]]))
    #expect(x.argmin() == 0)
    #expect(Tensor([1, Double.nan, 3]).argmax(axis: 0) == Tensor(1))
    #expect(Tensor([1, Double.nan, 0]).argmin(axis: 0) == Tensor(1))
    #expect(Tensor<Double>.zeros([0, 2]).argmax(axis: 1).shape == [0])
  }

  @Test func equalNumbersStayInTheirOrderAndNaNIsLast() {
    let (values, places) = Tensor([2.0, 1, 2, 1]).sorted()
    #expect(values == Tensor([1, 1, 2, 2]) && places == Tensor([1, 3, 0, 2]))
    #expect(Tensor([2.0, 1, 2, 1]).sorted(descending: true).places == Tensor([0, 2, 1, 3]))
    #expect(Tensor([Double.nan, 1, .infinity]).sorted().places == Tensor([1, 2, 0]))
    #expect(Tensor([1.0, 1, 3]).topK(2).places == Tensor([2, 0]))
    #expect(Tensor([1.0, 2]).topK(0).values.shape == [0])
    #expect(Tensor<Double>.zeros([2, 0]).sorted().values.shape == [2, 0])
    #expect(Tensor<Float>([2, 1]).sorted().values == Tensor<Float>([1, 2]))
  }

  private static let sentences = [
    "Axis 0 of shape [0] is empty: it has no largest number.",
    "Axis 0 of shape [0] is empty: it has no smallest number.",
    "A tensor of shape [2] has no 3 largest numbers along axis 0.",
    "A tensor of shape [2] has no axis 1.",
    "A tensor of shape [0] is empty: it has no smallest number.",
    "A tensor of shape [2] has no axis 2.",
  ]

  @Test(arguments: sentences.indices)
  func whatThereIsNotStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let (none, two) = (Tensor<Double>.zeros([0]), Tensor([1, 2]))
      switch number {
      case 0: _ = none.argmax(axis: 0)
      case 1: _ = none.argmin(axis: 0)
      case 2: _ = two.topK(3)
      case 3: _ = two.sorted(axis: 1)
      case 4: _ = none.argmin()
      default: _ = two.argmax(axis: 2)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("OrderingTests.swift:"))
  }
}
