import Backprop
import Testing

@Suite struct SigmoidTests {
  @Test func theyAreWithin1UlpOf100DigitsByMpmath() {
    check("sigmoid", within: 1) { x, _ in sigmoid(x) }
    check("tanh", within: 1) { x, _ in tanh(x) }
  }

  @Test func sigmoidAndTanhSaturateWithoutOverflow() {
    #expect(sigmoid(0.0) == 0.5)
    #expect(sigmoid(800.0) == 1)
    #expect(sigmoid(-800.0) == 0)
    #expect(sigmoid(Double.infinity) == 1)
    #expect(sigmoid(-Double.infinity) == 0)
    #expect(sigmoid(Double.nan).isNaN)
    #expect(tanh(800.0) == 1)
    #expect(tanh(-800.0) == -1)
    #expect(tanh(Double.nan).isNaN)
    #expect(softplus(800.0) == 800)
    #expect(softplus(-800.0) == 0)
    #expect(softplus(Double.nan).isNaN)
  }

  @Test func tanhKeepsSmallNumbersAndTheirSign() {
    for x in [
      0.0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e-300, -1e-20,
    ] {
      #expect(tanh(x).bitPattern == x.bitPattern)
    }
  }
}
