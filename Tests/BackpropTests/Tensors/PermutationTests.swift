import Backprop
import Testing

@Suite struct PermutationTests {
  @Test func axesInAnotherOrderHoldTheSameNumbers() {
    let x = Tensor([[[1.0, 2, 3], [4, 5, 6]]])
    #expect(x.permuted([2, 0, 1]) == Tensor([[[1, 4]], [[2, 5]], [[3, 6]]]))
    #expect(x.permuted([0, 2, 1]).permuted([0, 2, 1]) == x)
    #expect(Tensor<Double>.zeros([2, 0, 3]).permuted([2, 1, 0]).shape == [3, 0, 2])
  }
}
