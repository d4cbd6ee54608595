import Backprop
import Testing

@Suite struct TrianglesTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = {
    var functions: [String: TensorFunction] = [:]
    for diagonal in [-1, 0, 2] {
      functions["lower \(diagonal)"] = { $0[0].lowerTriangle(diagonal: diagonal) }
      functions["upper \(diagonal)"] = { $0[0].upperTriangle(diagonal: diagonal) }
    }
    return functions
  }()

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func whatIsNotKeptIsZeroWhateverItWas() {
    let x = Tensor([[1, Double.nan], [2, 3]])
    #expect(x.lowerTriangle() == Tensor([[1, 0], [2, 3]]))
    #expect(x.transposed.upperTriangle() == Tensor([[1, 2], [0, 3]]))
    #expect(Tensor<Double>.ones([1, 1]).lowerTriangle() == .ones([1, 1]))
    #expect(Tensor<Double>.ones([1, 1]).lowerTriangle(diagonal: -1) == .zeros([1, 1]))
    #expect(Tensor<Double>.zeros([0, 3]).upperTriangle().shape == [0, 3])
    #expect(Tensor<Double>.zeros([2, 3, 0]).upperTriangle().shape == [2, 3, 0])
  }

  @Test func aVectorHasNoTriangle() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).lowerTriangle() }
    #expect(
      result.message.contains("A triangle is a part of matrices; this tensor has shape [2]."))
    #expect(result.message.contains("TrianglesTests.swift:"))
    let upper = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor(1.0).upperTriangle() }
    #expect(
      upper.message.contains("A triangle is a part of matrices; this tensor has shape []."))
  }
}
