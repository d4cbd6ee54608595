import Backprop
import Testing

@Suite struct GatheringTests {
  @Test func oneHotLinesHaveAOneAtTheIndex() {
    #expect(oneHot(Tensor([2, 0]), classes: 3) == Tensor([[0, 0, 1], [1, 0, 0]]))
    #expect(oneHot(Tensor(1), classes: 2) == Tensor([0, 1]))
    #expect(oneHot(Tensor<Double>([]), classes: 4).shape == [0, 4])
    #expect(oneHot(Tensor<Float>([[0]]), classes: 1) == Tensor<Float>([[[1]]]))
  }

  @Test func noDerivativeReachesAnIndex() {
    let slope = gradient(at: Tensor([1.0, 0])) { indices in
      (gather(Tensor([3, 5]), indices) * indices).sum() + oneHot(indices, classes: 2).sum()
    }
    #expect(slope == Tensor([5, 3]))
  }

  @Test func whatComesSeveralTimesAddsUp() {
    let slope = gradient(at: Tensor([[1.0, 2], [3, 4]])) { table in
      (gather(table, Tensor([1, 1, 1])) * Tensor([1, 10])).sum()
    }
    #expect(slope == Tensor([[0, 0], [3, 30]]))
  }

  @Test func tablesAndIndicesWithoutNumbers() {
    #expect(gather(Tensor([[1.0, 2]]), Tensor([])).shape == [0, 2])
    #expect(gather(Tensor<Double>.zeros([3, 0]), Tensor([1, 2])).shape == [2, 0])
    let none = gradient(at: Tensor([[1.0, 2]])) { gather($0, Tensor([])).sum() }
    #expect(none == Tensor([[0, 0]]))
  }

  @Test func axesInAnotherOrderHoldTheSameNumbers() {
    let x = Tensor([[[1.0, 2, 3], [4, 5, 6]]])
    #expect(x.permuted([2, 0, 1]) == Tensor([[[1, 4]], [[2, 5]], [[3, 6]]]))
    #expect(x.permuted([0, 2, 1]).permuted([0, 2, 1]) == x)
    #expect(Tensor<Double>.zeros([2, 0, 3]).permuted([2, 1, 0]).shape == [3, 0, 2])
  }

  @Test func unfoldingCountsAsOftenAsFoldingAdds() {
    let window = Window(2)
    let ones = Tensor<Double>.ones([1, 1, 3, 3])
    #expect(
      ones.unfolded(window).folded(window, shape: [1, 1, 3, 3])
        == Tensor([[1, 2, 1], [2, 4, 2], [1, 2, 1]]).reshaped([1, 1, 3, 3]))
  }

  @Test func unstackIsTheOppositeOfStack() {
    let x = Tensor([[1.0, 2], [3, 4], [5, 6]])
    #expect(unstack(x) == [Tensor([1, 2]), Tensor([3, 4]), Tensor([5, 6])])
    #expect(unstack(Tensor<Double>.zeros([0, 2])).isEmpty)
    #expect(unstack(Tensor([7, 8])) == [Tensor(7), Tensor(8)])
  }
}
