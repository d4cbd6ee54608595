import Testing

@testable import Backprop

@Suite struct ReductionKernelsTests {
  @Test func anAxisIsSeenBetweenWhatLiesOutsideAndInside() {
    #expect(extents([2, 3, 4], around: 1) == (2, 3, 4))
    #expect(extents([5], around: 0) == (1, 5, 1))
  }

  @Test func aSumOverRepeatedAxesHasTheSmallerShape() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(summed(x, to: [3]) == Tensor([5, 7, 9]))
    #expect(summed(x, to: [2, 1]) == Tensor([[6], [15]]))
    #expect(summed(x, to: [1, 1]) == Tensor([[21]]))
    #expect(repeated(Tensor([[6], [15]]), to: [2, 2]) == Tensor([[6, 6], [15, 15]]))
  }

  @Test func aTotalRunsFromTheFirstNumberToTheLast() {
    // From the left 1 is lost beside 2⁵³, from the right it is not.
    #expect(total([0x1p53, 1, -0x1p53]) == 0)
    #expect(total([Double]()) == 0)
  }

  @Test func aReductionGoesAlongAnAxis() {
    let x = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
    #expect(reduced(x, along: 1, from: 0) { $0 + $1 } == Tensor([[4, 6], [12, 14]]))
    #expect(
      reduced(x, along: 2, from: -.infinity) { larger($0, $1) } == Tensor([[2, 4], [6, 8]]))
  }

  @Test func theLargerOfANaNIsNaN() {
    #expect(larger(Double.nan, 1).isNaN && larger(1, Double.nan).isNaN)
    #expect(larger(1, 2.0) == 2 && larger(2, 1.0) == 2)
  }
}
