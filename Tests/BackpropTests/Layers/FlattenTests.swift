import Backprop
import Testing

@Suite struct FlattenTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "flatten": { Flatten()($0[0]) }
  ]

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func eachExamplesNumbersComeInARow() {
    #expect(
      Flatten()(Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
        == Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]))
    #expect(Flatten()(Tensor([1, 2])) == Tensor([[1], [2]]))
    #expect(Flatten()(.zeros([0, 2, 4, 4])).shape == [0, 32])
  }

  @Test func itHasNoParametersAndPrintsAsItWouldBeWritten() {
    #expect(Flatten<Double>().tensors.isEmpty)
    #expect("\(Flatten<Double>())" == "Flatten()")
  }
}
