import Testing

@testable import Figures

@Suite struct RuleTests {
  @Test func aPlaceThatIsNotFiniteIsRefused() async {
    let x = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Rule(x: .nan)
    }
    #expect(said(x).contains("A Rule needs a finite x, not NaN."))
    let y = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Rule(y: -.infinity)
    }
    #expect(said(y).contains("A Rule needs a finite y, not −∞."))
  }

  @Test func aRuleIsDashedAndMutedUnlessItIsToldOtherwise() {
    #expect(plot { Rule(x: 0) }.svg.contains("stroke-dasharray=\"4 3\""))
    let solid = plot { Rule(x: 0, color: .series(1), dash: .solid) }
    #expect(!solid.svg.contains("stroke-dasharray"))
    #expect(solid.svg.contains("--figure-1"))
  }
}
