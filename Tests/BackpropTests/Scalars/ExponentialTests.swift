import Backprop
import Testing

@Suite struct ExponentialTests {
  @Test func theyAreWithin1UlpOf100DigitsByMpmath() {
    check("exp", within: 1) { x, _ in exp(x) }
    check("expm1", within: 1) { x, _ in expm1(x) }
  }

  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("expm1", { x, _ in expm1(x) }, { x, _ in expm1(x) })
  }

  @Test func expHasItsLimitsAtTheEndsOfTheRange() {
    #expect(exp(0.0) == 1)
    #expect(exp(-0.0) == 1)
    #expect(exp(Double.infinity) == .infinity)
    #expect(exp(-Double.infinity) == 0)
    #expect(exp(709.782712893384) == 1.7976931348622732e308)
    #expect(exp(709.7827128933841) == .infinity)
    #expect(exp(-745.1332191019411) == Double.leastNonzeroMagnitude)
    #expect(exp(-745.1332191019412) == 0)
    #expect(exp(Double.nan).isNaN)
    #expect(exp(1.0) == 2.718281828459045)
  }

  @Test func expm1KeepsSmallNumbersAndTheirSign() {
    for x in [
      0.0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e-300, -1e-20,
    ] {
      #expect(expm1(x).bitPattern == x.bitPattern)
    }
    #expect(expm1(-Double.infinity) == -1)
    #expect(expm1(Double.infinity) == .infinity)
    #expect(expm1(Double.nan).isNaN)
  }
}
