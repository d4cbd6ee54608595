import Testing

@testable import Backprop

@Suite struct PermutationKernelsTests {
  @Test func theResultsAxesAreTheNamedOnes() {
    let x = Tensor([[[1, 2, 3], [4, 5, 6]]])
    #expect(permuted(x, [2, 1, 0]) == Tensor([[[1], [4]], [[2], [5]], [[3], [6]]]))
    #expect(permuted(x, [0, 1, 2]) == x)
    #expect(permuted(Tensor(7), []) == Tensor(7))
  }
}
