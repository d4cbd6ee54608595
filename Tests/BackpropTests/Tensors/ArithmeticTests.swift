import Backprop
import Testing

@Suite struct ArithmeticTests {
  let matrix = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func arithmeticInPlaceKeepsTheShape() {
    var x = matrix
    x += Tensor([10, 20, 30])
    #expect(x == Tensor([[11, 22, 33], [14, 25, 36]]))
    x -= Tensor(1)
    x *= Tensor(2)
    x /= Tensor([[2], [1]])
    #expect(x == Tensor([[10, 21, 32], [26, 48, 70]]))
  }

  @Test func numbersAreHeldByConstants() {
    let x = Tensor([[-3, -1, 0.5], [1, 2, .nan]])
    let held = minimum(maximum(x, -1), 1)
    #expect(held.slice(0..<2, axis: 1) == Tensor([[-1, -1], [1, 1]]))
    #expect(held[0, 2].item == 0.5 && held[1, 2].item.isNaN)
    #expect(maximum(Tensor<Float>([-1, 2]), 0) == Tensor<Float>([0, 2]))
    let slope = gradient(at: x[0]) { (minimum(maximum($0, -1), 0.5) * Tensor([1, 10, 100])).sum() }
    #expect(slope == Tensor([0, 5, 50]))
    #expect(minimum(Tensor.zeros([0]), 1).shape == [0])
  }

  @Test func tensorsAndScalarsMixOnEitherSide() {
    let x = Tensor([1, 2])
    #expect(x + 1 == Tensor([2, 3]) && 1 + x == Tensor([2, 3]))
    #expect(x - 1 == Tensor([0, 1]) && 1 - x == Tensor([0, -1]))
    #expect(x * 3 == Tensor([3, 6]) && 3 * x == Tensor([3, 6]))
    #expect(x / 2 == Tensor([0.5, 1]) && 2 / x == Tensor([2, 1]))
    #expect(-x == Tensor([-1, -2]))
  }

  @Test func operatorsNameBothShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([1, 2]) + Tensor([1, 2, 3])
    }
    #expect(result.message.contains("[2] + [3]: these shapes do not broadcast."))
  }

  @Test func whatIsChangedInPlaceKeepsItsShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var one = Tensor([1])
      one += Tensor([1, 2])
    }
    #expect(
      result.message.contains("[1] += …: the result would have another shape, [2]."))
  }
}
