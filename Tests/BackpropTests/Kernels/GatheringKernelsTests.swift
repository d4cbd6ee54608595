import Testing

@testable import Backprop

@Suite struct GatheringKernelsTests {
  @Test func whatIsScatteredToOneRowAddsUp() {
    let x = Tensor([[1, 2], [3, 4], [5, 6]])
    #expect(scattered(x, Tensor([2, 0, 2]), rows: 3) == Tensor([[3, 4], [0, 0], [6, 8]]))
  }

  @Test func rowsAreGatheredInTheOrderOfTheIndices() {
    let table = Tensor([[1, 2], [3, 4]])
    #expect(gathered(table, Tensor([[1, 1], [0, 1]])).shape == [2, 2, 2])
    #expect(gathered(table, Tensor([1, 0])) == Tensor([[3, 4], [1, 2]]))
  }

  @Test func aLineHasItsOneAtTheIndex() {
    #expect(oneHotLines(Tensor([1, 0]), classes: 3) == Tensor([[0, 1, 0], [1, 0, 0]]))
  }
}
