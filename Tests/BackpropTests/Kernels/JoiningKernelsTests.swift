import Testing

@testable import Backprop

@Suite struct JoiningKernelsTests {
  private let x = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func partsStandSideBySideAlongAnAxis() {
    #expect(
      joined([x, Tensor([[7, 8, 9]])], along: 0) == Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
    #expect(joined([x, Tensor([[7], [8]])], along: 1) == Tensor([[1, 2, 3, 7], [4, 5, 6, 8]]))
    #expect(joined([Tensor<Double>.zeros([2, 0]), x], along: 1) == x)
  }

  @Test func aSliceAndItsPaddingAreOpposites() {
    let slice = sliced(x, along: 1, from: 1, to: 3)
    #expect(slice == Tensor([[2, 3], [5, 6]]))
    #expect(padded(slice, along: 1, from: 1, length: 3) == Tensor([[0, 2, 3], [0, 5, 6]]))
    #expect(padded(Tensor([[1]]), along: 0, from: 1, length: 3) == Tensor([[0], [1], [0]]))
  }
}
