import Backprop
import Testing

@Suite struct GradientTests {
  @Test func `the derivative of a square is twice the number`() {
    #expect(gradient(at: 3.0) { x in x * x } == 6)
    #expect(gradient(at: Float(3)) { x in x * x } == 6)
  }

  @Test func `a gradient has the type of the point`() {
    let (value, slope) = valueWithGradient(at: Tensor([1, 2, 3])) { x in (x * x).sum() }
    #expect(value == 14)
    #expect(slope == Tensor([2, 4, 6]))
  }

  @Test func `a function of two numbers has two partial derivatives`() {
    #expect(gradient(at: 2.0, 3.0) { x, y in x * x * y } == (12, 4))
  }

  @Test func `a function that does not depend on the point has the gradient zero`() {
    #expect(gradient(at: Tensor([1, 2])) { _ in Tensor(7) } == Tensor([0, 0]))
  }

  @Test func `derivatives nest`() {
    let third = gradient(at: 2.0) { x in
      gradient(at: x) { x in gradient(at: x) { x in x * x * x * x } }
    }
    #expect(third == 48)
  }

  @Test func `an inner derivative takes outer variables as constants`() {
    // d/dw (∂/∂v (v w) at v = w) = d/dw w = 1
    #expect(gradient(at: 3.0) { w in gradient(at: w) { v in v * w } } == 1)
  }

  @Test func `an outer derivative reaches through an inner one at a constant`() {
    // d/dx (∂/∂y (y² x²) at y = 5) = d/dx 10 x² = 20 x
    #expect(gradient(at: 2.0) { x in gradient(at: Tensor(5)) { y in y * y * x * x } } == 40)
  }

  @Test func `a graph of 100,000 operations in a row overflows no stack`() {
    let slope = gradient(at: 1.0) { x in
      var power = x
      for _ in 0..<100_000 { power = power * 0.9999 }
      return power
    }
    // 0.9999^100000 by repeated multiplication, which is what the backward pass does
    #expect(slope == (0..<100_000).reduce(1.0) { product, _ in product * 0.9999 })
  }
}
