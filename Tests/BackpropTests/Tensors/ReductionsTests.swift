import Backprop
import Testing

@Suite struct ReductionsTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = {
    var functions: [String: TensorFunction] = [:]
    for axis in [0, 1, 2, -1] {
      functions["sum keeping \(axis)"] = { $0[0] * $0[0].sum(axis: axis, keepingAxes: true) }
      functions["mean keeping \(axis)"] = { $0[0] * $0[0].mean(axis: axis, keepingAxes: true) }
      functions["max keeping \(axis)"] = { $0[0] * $0[0].max(axis: axis, keepingAxes: true) }
      functions["min keeping \(axis)"] = { $0[0] * $0[0].min(axis: axis, keepingAxes: true) }
    }
    return functions
  }()

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func withTheAxisKeptValuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func aKeptAxisBroadcastsBack() {
    let x = Tensor([[1, 2], [3, 6]])
    #expect(x - x.mean(axis: 1, keepingAxes: true) == Tensor([[-0.5, 0.5], [-1.5, 1.5]]))
    #expect(x.sum(axis: -1, keepingAxes: true) == Tensor([[3], [9]]))
    #expect(Tensor<Double>.zeros([0, 2]).sum(axis: 0, keepingAxes: true) == .zeros([1, 2]))
    #expect(Tensor<Double>.zeros([2, 0]).max(axis: 0, keepingAxes: true).shape == [1, 0])
  }

  @Test func sumsRunFromTheFirstNumberToTheLast() {
    // Left to right, 1 is lost beside 2⁵³; pairwise or backwards it would not be.
    #expect(Tensor([0x1p53, 1, -0x1p53, 1]).sum() == Tensor(1))
    #expect(matmul(Tensor([[0x1p53, 1, -0x1p53]]), Tensor([1, 1, 1])) == Tensor([0]))
  }

  @Test func theLargestNumberAndItsPlace() {
    #expect(Tensor([[1, 7], [7, 2]]).max() == Tensor(7))
    #expect(Tensor([[1, 7], [7, 2]]).argmax() == 1)
    #expect(Tensor([3, 1]).min() == Tensor(1))
    #expect(Tensor([1, .nan, 2]).max().item.isNaN)
  }

  @Test func anAxisGoesAway() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(x.sum(axis: 0) == Tensor([5, 7, 9]))
    #expect(x.sum(axis: -1) == Tensor([6, 15]))
    #expect(x.mean() == Tensor(3.5))
    #expect(x.mean(axis: 0) == Tensor([2.5, 3.5, 4.5]))
    #expect(x.max(axis: 0) == Tensor([4, 5, 6]))
    #expect(x.min(axis: 1) == Tensor([1, 4]))
    #expect(Tensor([3, 4]).norm() == Tensor(5))
  }

  @Test func aMeanOfAnEmptyTensorIsNaN() {
    #expect(Tensor<Double>.zeros([0]).mean().item.isNaN)
  }
}
