import Backprop
import Testing

@Suite struct ScalarTests {
  /// What both types are asked for by generic code.
  private func values<S: Scalar>(at x: S) -> [S] {
    [
      S.exp(x), S.expm1(x), S.log(x), S.log1p(x), S.pow(x, 3), S.sin(x), S.cos(x), S.tanh(x),
      S.sigmoid(x), S.softplus(x), S.cumulativeNormal(x),
    ]
  }

  @Test func theFunctionsOfATypeAreTheGlobalOnes() {
    for x in [0.25, 1.5] {
      #expect(
        values(at: x) == [
          exp(x), expm1(x), log(x), log1p(x), pow(x, 3), sin(x), cos(x), tanh(x), sigmoid(x),
          softplus(x), cumulativeNormal(x),
        ])
      let y = Float(x)
      #expect(
        values(at: y) == [
          exp(y), expm1(y), log(y), log1p(y), pow(y, 3), sin(y), cos(y), tanh(y), sigmoid(y),
          softplus(y), cumulativeNormal(y),
        ])
    }
  }
}
