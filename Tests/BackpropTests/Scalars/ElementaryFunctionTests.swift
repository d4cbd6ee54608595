import Backprop
import Testing

@Suite struct ElementaryFunctionTests {
  @Test(arguments: ["exp", "expm1", "log", "log1p", "tanh", "sigmoid", "sin", "cos", "pow"])
  func anElementaryFunctionIsWithin1UlpOf100DigitsByMpmath(name: String) {
    let points = Oracle.functionPoints.filter { $0.function == name }
    #expect(points.count >= 800)
    for point in points {
      let result = apply(name, point.x, point.y)
      let ulps = (result - point.result) / point.result.ulp - point.remainder
      #expect(
        ulps.magnitude <= 1,
        "\(name)(\(point.x)) is \(result), \(ulps) ulp from the exact value")
    }
  }

  @Test(arguments: [("erf", 3.0), ("erfc", 4), ("cumulativeNormal", 4)])
  func theErrorFunctionIsAsNearTo100DigitsByMpmathAsItSays(
    name: String, bound: Double
  ) {
    let points = Oracle.functionPoints.filter { $0.function == name }
    #expect(points.count >= 800)
    for point in points {
      let result = apply(name, point.x, point.y)
      let ulps = (result - point.result) / point.result.ulp - point.remainder
      #expect(
        ulps.magnitude <= bound,
        "\(name)(\(point.x)) is \(result), \(ulps) ulp from the exact value")
    }
  }

  @Test(arguments: [
    "exp", "expm1", "log", "log1p", "tanh", "sigmoid", "sin", "cos", "pow", "erf", "erfc",
    "cumulativeNormal",
  ])
  func inFloatItIsTheRoundedValueOfDouble(name: String) {
    for point in Oracle.functionPoints.filter({ $0.function == name }).prefix(200) {
      let (x, y) = (Float(point.x), Float(point.y))
      let exact = Float(apply(name, Double(x), Double(y)))
      let result = apply(name, x, y)
      #expect(result == exact || (result.isNaN && exact.isNaN))
    }
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

  @Test func expm1AndLog1pKeepSmallNumbersAndTheirSign() {
    for x in [
      0.0, -0.0, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e-300, -1e-20,
    ] {
      #expect(expm1(x).bitPattern == x.bitPattern)
      #expect(log1p(x).bitPattern == x.bitPattern)
      #expect(tanh(x).bitPattern == x.bitPattern)
      #expect(sin(x).bitPattern == x.bitPattern)
    }
    #expect(expm1(-Double.infinity) == -1)
    #expect(expm1(Double.infinity) == .infinity)
    #expect(expm1(Double.nan).isNaN)
    #expect(log1p(-1.0) == -.infinity)
    #expect(log1p(-1.1).isNaN)
    #expect(log1p(Double.infinity) == .infinity)
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

  @Test func sigmoidAndTanhSaturateWithoutOverflow() {
    #expect(sigmoid(0.0) == 0.5)
    #expect(sigmoid(800.0) == 1)
    #expect(sigmoid(-800.0) == 0)
    #expect(sigmoid(Double.infinity) == 1)
    #expect(sigmoid(-Double.infinity) == 0)
    #expect(sigmoid(Double.nan).isNaN)
    #expect(tanh(800.0) == 1)
    #expect(tanh(-800.0) == -1)
    #expect(tanh(Double.nan).isNaN)
    #expect(softplus(800.0) == 800)
    #expect(softplus(-800.0) == 0)
    #expect(softplus(Double.nan).isNaN)
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

  @Test func sineAndCosineOfWhatIsNotFiniteAreNotNumbers() {
    #expect(cos(0.0) == 1)
    #expect(sin(Double.infinity).isNaN)
    #expect(cos(-Double.infinity).isNaN)
    #expect(sin(Double.nan).isNaN)
    // The hardest double to reduce, by W. Kahan: 6381956970095103 · 2⁷⁹⁷.
    #expect(cos(0x1.6ac5b262ca1ffp+849) == -4.687165924254628e-19)
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

  private func apply(_ name: String, _ x: Double, _ y: Double) -> Double {
    switch name {
    case "exp": exp(x)
    case "expm1": expm1(x)
    case "log": log(x)
    case "log1p": log1p(x)
    case "tanh": tanh(x)
    case "sigmoid": sigmoid(x)
    case "sin": sin(x)
    case "cos": cos(x)
    case "erf": erf(x)
    case "erfc": erfc(x)
    case "cumulativeNormal": cumulativeNormal(x)
    default: pow(x, y)
    }
  }

  private func apply(_ name: String, _ x: Float, _ y: Float) -> Float {
    switch name {
    case "exp": exp(x)
    case "expm1": expm1(x)
    case "log": log(x)
    case "log1p": log1p(x)
    case "tanh": tanh(x)
    case "sigmoid": sigmoid(x)
    case "sin": sin(x)
    case "cos": cos(x)
    case "erf": erf(x)
    case "erfc": erfc(x)
    case "cumulativeNormal": cumulativeNormal(x)
    default: pow(x, y)
    }
  }
}
