import Testing

@testable import Backprop

@Suite struct ElementwiseKernelsTests {
  private let matrix = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func aScalarARowAndAColumnAreRepeated() {
    #expect(mapped(.add, matrix, Tensor(1)) == Tensor([[2, 3, 4], [5, 6, 7]]))
    #expect(mapped(.subtract, Tensor(1), matrix) == Tensor([[0, -1, -2], [-3, -4, -5]]))
    #expect(mapped(.multiply, matrix, Tensor([1, 0, -1])) == Tensor([[1, 0, -3], [4, 0, -6]]))
    #expect(mapped(.multiply, Tensor([1, 0, -1]), matrix) == Tensor([[1, 0, -3], [4, 0, -6]]))
    #expect(mapped(.multiply, matrix, Tensor([[1], [10]])) == Tensor([[1, 2, 3], [40, 50, 60]]))
  }

  @Test func nothingIsComputedOfEmptyTensors() {
    #expect(mapped(.add, Tensor<Double>.zeros([0, 3]), Tensor([1, 2, 3])).shape == [0, 3])
    #expect(mapped(.relu, Tensor<Double>.zeros([2, 0])).shape == [2, 0])
  }

  @Test func eightsAreTheSameNumbers() {
    let x = (0..<24).map { Float($0) / 8 - 1 }
    var y = [Float](repeating: 0, count: 24)
    UnaryKernel.exact(.sigmoid).applyToEights(x, &y, count: 3)
    #expect(y == x.map { sigmoid($0) })
  }
}
