import Testing

@testable import Backprop

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

  @Test func withoutBranchesLog1pHasTheSameBits() {
    var generator = RandomNumbers(seed: 7)
    let special = [
      0.0, 0x1p-54, 0x1p-55, 0.41421, 0.4142135623730951, 1, .leastNonzeroMagnitude,
    ]
    let random = (0..<20_000).map { index in
      generator.uniform(in: 0...1) * (index % 2 == 0 ? 1 : 0x1p-50)
    }
    for x in special + special.map(\.nextUp).filter({ $0 <= 1 }) + random {
      #expect(log1pOfUnit(x).bitPattern == log1p(x).bitPattern, "\(x)")
    }
  }
}
