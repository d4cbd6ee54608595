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
}
