import Backprop
import Testing

/// The accelerated backend's functions beside the exact ones, which are tested against mpmath.
@Suite struct ApproximateFunctionsTests {
  private func check<S: Scalar>(
    _ quick: (S) -> S, _ exact: (S) -> S, from lower: S, to upper: S, within ulps: S,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var worst: S = 0
    for index in 0...20_000 {
      let x = lower + (upper - lower) * S(index) / 20_000
      let value = exact(x)
      worst = max(worst, (quick(x) - value).magnitude / value.ulp)
    }
    #expect(worst <= ulps, sourceLocation: sourceLocation)
  }

  @Test func inDoubleTheyAreWithin4Ulp() {
    check(Double.approximateExp, Double.exp, from: -700, to: 700, within: 4)
    check(Double.approximateExp, Double.exp, from: -1, to: 1, within: 4)
    check(Double.approximateSigmoid, Double.sigmoid, from: -700, to: 40, within: 4)
    check(Double.approximateTanh, Double.tanh, from: -25, to: 25, within: 4)
    check(Double.approximateTanh, Double.tanh, from: -0.2, to: 0.2, within: 4)
    check(Double.approximateSoftplus, Double.softplus, from: -600, to: 100, within: 4)
    check(Double.approximateSoftplus, Double.softplus, from: -3, to: 3, within: 4)
  }

  @Test func inFloatTheyAreWithin4Ulp() {
    check(Float.approximateExp, Float.exp, from: -86, to: 87, within: 4)
    check(Float.approximateExp, Float.exp, from: -1, to: 1, within: 4)
    check(Float.approximateSigmoid, Float.sigmoid, from: -86, to: 20, within: 4)
    check(Float.approximateTanh, Float.tanh, from: -12, to: 12, within: 4)
    check(Float.approximateTanh, Float.tanh, from: -0.4, to: 0.4, within: 4)
    check(Float.approximateSoftplus, Float.softplus, from: -60, to: 60, within: 4)
  }

  @Test func beyondTheirRangeTheyEndAndNaNStays() {
    #expect(Double.approximateSigmoid(1e300) == 1)
    #expect(Double.approximateSigmoid(-1e300) < 1e-300)
    #expect(Double.approximateTanh(-.infinity) == -1)
    #expect(Float.approximateTanh(.infinity) == 1)
    #expect(Float.approximateSoftplus(1e30) == 1e30)
    #expect(Double.approximateExp(.nan).isNaN)
    #expect(Float.approximateSigmoid(.nan).isNaN)
    #expect(Float.approximateTanh(-0.0).sign == .minus)
  }
}
