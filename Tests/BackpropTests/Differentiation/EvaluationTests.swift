import Testing

@testable import Backprop

@Suite struct EvaluationTests {
  private let x = Tensor([[1, 2], [3, 4]])

  @Test func operationsThatOnlyDerivativesAndLayersUse() {
    #expect(UnaryOperation.sumTo(shape: [2]).evaluate(x) == Tensor([4, 6]))
    #expect(UnaryOperation.sumTo(shape: [2, 1]).evaluate(x) == Tensor([[3], [7]]))
    #expect(UnaryOperation.block(start: 1, shape: [2]).evaluate(x) == Tensor([2, 3]))
    #expect(
      UnaryOperation.zeroPadding(start: 1, shape: [4]).evaluate(Tensor([5, 6]))
        == Tensor([0, 5, 6, 0]))
    #expect(
      UnaryOperation.padding(axis: 1, lower: 1, length: 4).evaluate(x)
        == Tensor([[0, 1, 2, 0], [0, 3, 4, 0]]))
    #expect(
      BinaryOperation.scatter(rows: 3).evaluate(x, Tensor([2, 2]))
        == Tensor([[0, 0], [0, 0], [4, 6]]))
  }

  @Test func jumps() {
    let numbers = Tensor([-2, 0, 3])
    #expect(UnaryOperation.elementwise(.sign).evaluate(numbers) == Tensor([-1, 0, 1]))
    #expect(
      UnaryOperation.elementwise(.step(below: 0.25)).evaluate(numbers) == Tensor([0.25, 0.25, 1]))
    #expect(
      BinaryOperation.elementwise(.isLarger).evaluate(numbers, Tensor(0)) == Tensor([0, 0.5, 1]))
    #expect(
      BinaryOperation.elementwise(.isEqual).evaluate(numbers, Tensor(0)) == Tensor([0, 1, 0]))
  }

  @Test func aWeightOfZeroLeavesOutAnInfinity() {
    let weighed = BinaryOperation.elementwise(.weigh)
      .evaluate(Tensor([0, 2]), Tensor([-Double.infinity, 3]))
    #expect(weighed == Tensor([0, 6]))
  }

  @Test func aMaskIsDrawnFromTheGenerator() {
    var generator = RandomNumbers(seed: 1)
    let operation = RandomOperation.keepMask(rate: 0.5, shape: [1000])
    let mask: Tensor<Double> = operation.draw(using: &generator)
    #expect(mask.scalars.allSatisfy { $0 == 0 || $0 == 2 })
    let again: Tensor<Double> = operation.draw(using: &generator)
    #expect(again != mask)
  }
}
