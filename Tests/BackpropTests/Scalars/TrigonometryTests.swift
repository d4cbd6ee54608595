import Backprop
import Testing

@Suite struct TrigonometryTests {
  @Test func theyAreWithin1UlpOf100DigitsByMpmath() {
    check("sin", within: 1) { x, _ in sin(x) }
    check("cos", within: 1) { x, _ in cos(x) }
  }

  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("sin", { x, _ in sin(x) }, { x, _ in sin(x) })
    checkRounding("cos", { x, _ in cos(x) }, { x, _ in cos(x) })
  }

  @Test func sineAndCosineOfInfinityAndNaNAreNaN() {
    #expect(cos(0.0) == 1)
    #expect(sin(Double.infinity).isNaN)
    #expect(cos(-Double.infinity).isNaN)
    #expect(sin(Double.nan).isNaN)
    // The hardest double to reduce, by W. Kahan: 6381956970095103 · 2⁷⁹⁷.
    #expect(cos(0x1.6ac5b262ca1ffp+849) == -4.687165924254628e-19)
  }

  @Test func theSineKeepsSmallNumbersAndTheirSign() {
    for x in [
      0.0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e-300, -1e-20,
    ] {
      #expect(sin(x).bitPattern == x.bitPattern)
    }
  }
}
