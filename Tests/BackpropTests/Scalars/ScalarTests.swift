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

  @Test func wholeNumbersMeanDoubleUnlessTheResultIsToBeFloat() {
    let values = [
      exp(1), expm1(1), log(2), log1p(1), pow(2, 3), sin(1), cos(1), tanh(1), sigmoid(1),
      softplus(1), erf(1), erfc(1), cumulativeNormal(1), sqrt(2), square(3), relu(-3),
    ]
    #expect(values[0] == exp(1.0) && values[4] == 8 && values[14] == 9 && values[15] == 0)
    let power = pow(2, 3)
    #expect(type(of: power) == Double.self)
    let root: Float = sqrt(4)
    #expect(root == 2)
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
