import Backprop
import Testing

@Suite struct RearrangementTests {
  @Test func unstackIsTheOppositeOfStack() {
    let x = Tensor([[1.0, 2], [3, 4], [5, 6]])
    let rows: [Tensor<Double>] = [Tensor([1, 2]), Tensor([3, 4]), Tensor([5, 6])]
    #expect(unstack(x) == rows)
    #expect(unstack(Tensor<Double>.zeros([0, 2])).isEmpty)
    let numbers: [Tensor<Double>] = [Tensor(7), Tensor(8)]
    #expect(unstack(Tensor([7, 8])) == numbers)
  }

  @Test func reshapedAndRepeatedNumbersStayInOrder() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(x.reshaped([3, 2]) == Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(x.flattened == Tensor([1, 2, 3, 4, 5, 6]))
    #expect(Tensor([[1], [2]]).broadcast(to: [2, 2]) == Tensor([[1, 1], [2, 2]]))
  }

  @Test func tensorsAreJoinedAlongAnAxis() {
    let (a, b) = (Tensor([[1, 2]]), Tensor([[3, 4]]))
    #expect(concatenated([a, b]) == Tensor([[1, 2], [3, 4]]))
    #expect(concatenated([a, b], axis: -1) == Tensor([[1, 2, 3, 4]]))
    #expect(stack([a, b]).shape == [2, 1, 2])
  }

  @Test func theDerivativeOfManyPartsReachesEach() {
    let slope = gradient(at: Tensor([1, 2, 3, 4, 5])) { x in
      let parts = unstack(x)
      return parts[0] * parts[4] + parts[2] * parts[2]
    }
    #expect(slope == Tensor([5, 0, 6, 0, 1]))
  }

  @Test func aShapeOfAnotherSizeIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([1, 2, 3]).reshaped([2, 2])
    }
    #expect(result.message.contains("A tensor of shape [3] cannot take the shape [2, 2]"))
  }
}
