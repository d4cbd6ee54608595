import Testing

@testable import Backprop

@Suite struct FunctionPullbacksTests {
  private let x = Tensor([-2, 0, 3])
  private let g = Tensor([1, 10, 100])

  private func pullback(_ function: UnaryFunction) -> Tensor<Double> {
    function.pullback(of: g, output: UnaryOperation.elementwise(function).evaluate(x), x)
  }

  @Test func rulesAtAndAroundZero() {
    #expect(pullback(.identity) == g)
    #expect(pullback(.negate) == Tensor([-1, -10, -100]))
    #expect(pullback(.square) == Tensor([-4, 0, 600]))
    #expect(pullback(.power(3)) == Tensor([12, 0, 2700]))
    #expect(pullback(.power(0)) == Tensor([0, 0, 0]))
    #expect(pullback(.relu) == Tensor([0, 0, 100]))
    #expect(pullback(.leakyRelu(slope: 0.5)) == Tensor([0.5, 5, 100]))
    #expect(pullback(.absolute) == Tensor([-1, 0, 100]))
  }

  @Test func whereTheDerivativeIsZeroTheFunctionIsFlat() {
    for function in [UnaryFunction.step(below: 0.5), .sign] {
      #expect(function.isFlat)
      #expect(pullback(function) == Tensor([0, 0, 0]))
    }
    for function in [BinaryFunction.isLarger, .isEqual] {
      #expect(function.isFlat)
      #expect(function.leftPullback(of: g, x, Tensor(0)) == Tensor([0, 0, 0]))
      #expect(function.rightPullback(of: g, x, Tensor(0)) == Tensor(0))
    }
    #expect(!UnaryFunction.sigmoid.isFlat && !BinaryFunction.maximum.isFlat)
  }

  @Test func theDerivativeOfWhatWasRepeatedIsSummed() {
    let two = Tensor(2.0)
    #expect(BinaryFunction.add.rightPullback(of: g, x, two) == Tensor(111))
    #expect(BinaryFunction.subtract.rightPullback(of: g, x, two) == Tensor(-111))
    #expect(BinaryFunction.multiply.rightPullback(of: g, x, two) == Tensor(298))
    #expect(BinaryFunction.divide.leftPullback(of: g, x, two) == Tensor([0.5, 5, 50]))
    #expect(BinaryFunction.divide.rightPullback(of: g, x, two) == Tensor(-74.5))
  }

  @Test func equalNumbersShareTheDerivative() {
    #expect(
      BinaryFunction.maximum.leftPullback(of: g, x, Tensor([0, 0, 0])) == Tensor([0, 5, 100]))
    #expect(
      BinaryFunction.minimum.rightPullback(of: g, x, Tensor([0, 0, 0])) == Tensor([0, 5, 100]))
  }
}
