import Backprop
import Testing

@Suite struct GradientTests {
  @Test func theDerivativeOfASquareIsTwiceTheNumber() {
    #expect(gradient(at: 3.0) { x in x * x } == 6)
    #expect(gradient(at: Float(3)) { x in x * x } == 6)
  }

  @Test func aGradientHasTheTypeOfThePoint() {
    let (value, slope) = valueWithGradient(at: Tensor([1, 2, 3])) { x in (x * x).sum() }
    #expect(value == 14)
    #expect(slope == Tensor([2, 4, 6]))
  }

  @Test func aFunctionOfTwoNumbersHasTwoPartialDerivatives() {
    #expect(gradient(at: 2.0, 3.0) { x, y in x * x * y } == (12, 4))
  }

  @Test func aFunctionThatDoesNotDependOnThePointHasTheGradientZero() {
    #expect(gradient(at: Tensor([1, 2])) { _ in Tensor(7) } == Tensor([0, 0]))
  }

  @Test func derivativesNest() {
    let third = gradient(at: 2.0) { x in
      gradient(at: x) { x in gradient(at: x) { x in x * x * x * x } }
    }
    #expect(third == 48)
  }

  @Test func anInnerDerivativeTakesOuterVariablesAsConstants() {
    // d/dw (∂/∂v (v w) at v = w) = d/dw w = 1
    #expect(gradient(at: 3.0) { w in gradient(at: w) { v in v * w } } == 1)
  }

  @Test func anOuterDerivativeReachesThroughAnInnerOneAtAConstant() {
    // d/dx (∂/∂y (y² x²) at y = 5) = d/dx 10 x² = 20 x
    #expect(gradient(at: 2.0) { x in gradient(at: Tensor(5)) { y in y * y * x * x } } == 40)
  }

  @Test func aGraphOf100000OperationsInARowOverflowsNoStack() {
    let slope = gradient(at: 1.0) { x in
      var power = x
      for _ in 0..<100_000 { power = power * 0.9999 }
      return power
    }
    // 0.9999^100000 by repeated multiplication, which is what the backward pass does
    #expect(slope == (0..<100_000).reduce(1.0) { product, _ in product * 0.9999 })
  }
}
