import Backprop
import Testing

/// The accelerated backend's functions beside the exact ones, which are tested against mpmath.
@Suite struct QuickFunctionTests {
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

  @Test func `in Double they are within 4 ulp`() {
    check(Double.quickExp, Double.exp, from: -700, to: 700, within: 4)
    check(Double.quickExp, Double.exp, from: -1, to: 1, within: 4)
    check(Double.quickSigmoid, Double.sigmoid, from: -700, to: 40, within: 4)
    check(Double.quickTanh, Double.tanh, from: -25, to: 25, within: 4)
    check(Double.quickTanh, Double.tanh, from: -0.2, to: 0.2, within: 4)
    check(Double.quickSoftplus, Double.softplus, from: -600, to: 100, within: 4)
    check(Double.quickSoftplus, Double.softplus, from: -3, to: 3, within: 4)
  }

  @Test func `in Float they are within 4 ulp`() {
    check(Float.quickExp, Float.exp, from: -86, to: 87, within: 4)
    check(Float.quickExp, Float.exp, from: -1, to: 1, within: 4)
    check(Float.quickSigmoid, Float.sigmoid, from: -86, to: 20, within: 4)
    check(Float.quickTanh, Float.tanh, from: -12, to: 12, within: 4)
    check(Float.quickTanh, Float.tanh, from: -0.4, to: 0.4, within: 4)
    check(Float.quickSoftplus, Float.softplus, from: -60, to: 60, within: 4)
  }

  @Test func `beyond their range they end, and NaN stays`() {
    #expect(Double.quickSigmoid(1e300) == 1)
    #expect(Double.quickSigmoid(-1e300) < 1e-300)
    #expect(Double.quickTanh(-.infinity) == -1)
    #expect(Float.quickTanh(.infinity) == 1)
    #expect(Float.quickSoftplus(1e30) == 1e30)
    #expect(Double.quickExp(.nan).isNaN)
    #expect(Float.quickSigmoid(.nan).isNaN)
    #expect(Float.quickTanh(-0.0).sign == .minus)
  }
}
