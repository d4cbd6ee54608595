import Testing

@testable import Backprop

@Suite struct PullbacksTests {
  private let g = Tensor([[1, 10], [100, 1000]])

  @Test func aPartAndZerosAroundItAreEachOthersPullbacks() {
    let x = Tensor([1, 2, 3, 4, 5])
    let block = UnaryOperation.block(start: 1, shape: [2, 2])
    #expect(block.pullback(of: g, output: g, x) == Tensor([0, 1, 10, 100, 1000]))
    let padding = UnaryOperation.zeroPadding(start: 1, shape: [5])
    #expect(padding.pullback(of: x, output: x, g) == Tensor([[2, 3], [4, 5]]))
  }

  @Test func equallyLargeNumbersShareTheDerivative() {
    let x = Tensor([3, 1, 3])
    #expect(
      UnaryOperation.largest.pullback(of: Tensor(8), output: Tensor(3), x) == Tensor([4, 0, 4]))
  }

  @Test func ofAnIndexTheDerivativeIsZero() {
    let indices = Tensor([1, 0])
    #expect(
      UnaryOperation.oneHot(classes: 2).pullback(of: g, output: g, indices) == Tensor([0, 0]))
    #expect(BinaryOperation.gather.rightPullback(of: g, g, indices) == Tensor([0, 0]))
    #expect(
      BinaryOperation.gather.leftPullback(of: g, g, indices) == Tensor([[100, 1000], [1, 10]]))
  }

  @Test func ofManyInputsOnlyThoseThatNeedADerivativeGetOne() {
    var contributions: [Int: Tensor<Double>] = [:]
    VariadicOperation.concatenate(axis: 0).eachPullback(
      of: Tensor([1, 2, 3, 4]), shapes: [[1], [2], [1]], value: { _ in .zeros([]) },
      isNeeded: { $0 != 1 },
      add: { contributions[$1] = $0 })
    #expect(contributions == [0: Tensor([1]), 2: Tensor([4])])
    contributions = [:]
    VariadicOperation.stack.eachPullback(
      of: g, shapes: [[2], [2]], value: { _ in .zeros([]) }, isNeeded: { $0 == 1 },
      add: { contributions[$1] = $0 })
    #expect(contributions == [1: Tensor([100, 1000])])
  }
}
