import Backprop
import Testing

@Suite struct ErrorFunctionTests {
  @Test func theyAreAsNearTo100DigitsByMpmathAsTheySay() {
    check("erf", within: 3) { x, _ in erf(x) }
    check("erfc", within: 4) { x, _ in erfc(x) }
    check("cumulativeNormal", within: 4) { x, _ in cumulativeNormal(x) }
  }

  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("erf", { x, _ in erf(x) }, { x, _ in erf(x) })
    checkRounding("erfc", { x, _ in erfc(x) }, { x, _ in erfc(x) })
    checkRounding(
      "cumulativeNormal", { x, _ in cumulativeNormal(x) }, { x, _ in cumulativeNormal(x) })
  }

  @Test func theErrorFunctionHasItsLimits() {
    #expect(erf(0.0) == 0)
    #expect(erf(-0.0).sign == .minus)
    #expect(erf(800.0) == 1)
    #expect(erf(-Double.infinity) == -1)
    #expect(erf(Double.nan).isNaN)
    #expect(erfc(0.0) == 1)
    #expect(erfc(800.0) == 0)
    #expect(erfc(-Double.infinity) == 2)
    #expect(erfc(Double.nan).isNaN)
    #expect(cumulativeNormal(0.0) == 0.5)
    #expect(cumulativeNormal(800.0) == 1)
    #expect(cumulativeNormal(-Double.infinity) == 0)
    #expect(cumulativeNormal(Double.nan).isNaN)
  }
}
