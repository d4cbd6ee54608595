import Backprop
import Testing

@Suite struct PowerTests {
  @Test func powIsWithin1UlpOf100DigitsByMpmath() {
    check("pow", within: 1) { x, y in pow(x, y) }
  }

  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("pow", { x, y in pow(x, y) }, { x, y in pow(x, y) })
  }

  @Test func powHasTheSpecialCasesOfIEEE754() {
    #expect(pow(0.0, 0.0) == 1)
    #expect(pow(Double.nan, 0.0) == 1)
    #expect(pow(1.0, Double.nan) == 1)
    #expect(pow(0.0, -1.0) == .infinity)
    #expect(pow(-0.0, -1.0) == -.infinity)
    #expect(pow(-0.0, 3.0).bitPattern == (-0.0).bitPattern)
    #expect(pow(-0.0, 2.0).bitPattern == 0)
    #expect(pow(-2.0, 3.0) == -8)
    #expect(pow(-2.0, 0.5).isNaN)
    #expect(pow(-1.0, Double.infinity) == 1)
    #expect(pow(0.5, Double.infinity) == 0)
    #expect(pow(0.5, -Double.infinity) == .infinity)
    #expect(pow(-Double.infinity, 3.0) == -.infinity)
    #expect(pow(Double.infinity, -2.0) == 0)
    #expect(pow(10.0, 308.0) == 1e308)
    #expect(pow(10.0, 309.0) == .infinity)
    #expect(pow(2.0, -1074.0) == Double.leastNonzeroMagnitude)
    #expect(pow(2.0, -1076.0) == 0)
    for exponent in 0...22 {
      let exact = (0..<exponent).reduce(1.0) { power, _ in power * 10 }
      #expect(pow(10.0, Double(exponent)) == exact)
    }
  }

  @Test func squaresAndRootsAreThoseOfTheStandard() {
    #expect(square(-3.0) == 9)
    #expect(square(Float(0.5)) == 0.25)
    #expect(sqrt(2.0) == 2.0.squareRoot())
    #expect(sqrt(Float(2)) == Float(2).squareRoot())
    #expect(sqrt(-1.0).isNaN)
  }
}
