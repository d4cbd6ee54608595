import Backprop
import Testing

@Suite struct LogarithmTests {
  @Test func theyAreWithin1UlpOf100DigitsByMpmath() {
    check("log", within: 1) { x, _ in log(x) }
    check("log1p", within: 1) { x, _ in log1p(x) }
  }

  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("log", { x, _ in log(x) }, { x, _ in log(x) })
    checkRounding("log1p", { x, _ in log1p(x) }, { x, _ in log1p(x) })
  }

  @Test func logHasItsLimitsAtZeroAndInfinityAndNoneBelow() {
    #expect(log(0.0) == -.infinity)
    #expect(log(-0.0) == -.infinity)
    #expect(log(1.0) == 0)
    #expect(log(-1.0).isNaN)
    #expect(log(Double.infinity) == .infinity)
    #expect(log(Double.nan).isNaN)
    #expect(log(Double.leastNonzeroMagnitude) == -744.4400719213812)
  }

  @Test func log1pKeepsSmallNumbersAndTheirSign() {
    for x in [
      0.0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e-300, -1e-20,
    ] {
      #expect(log1p(x).bitPattern == x.bitPattern)
    }
    #expect(log1p(-1.0) == -.infinity)
    #expect(log1p(-1.1).isNaN)
    #expect(log1p(Double.infinity) == .infinity)
  }
}
