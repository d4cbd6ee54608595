import Testing

@testable import Backprop

@Suite struct FunctionKernelsTests {
  /// Runs a function on more numbers than a vector holds, and compares with a scalar formula.
  private func check(_ function: UnaryFunction, _ formula: (Double) -> Double) {
    let x = (-10...10).map { Double($0) / 4 }
    let kernel = UnaryKernel.exact(function)
    #expect(x.map { kernel($0) } == x.map(formula), "\(function)")
    #expect(mapped(function, Tensor(x)).scalars == x.map(formula), "\(function)")
  }

  @Test func eachFunctionOfOneNumberIsItsFormula() {
    check(.identity) { $0 }
    check(.negate) { -$0 }
    check(.square) { $0 * $0 }
    check(.power(2)) { pow($0, 2) }
    check(.exponential) { exp($0) }
    check(.sine) { sin($0) }
    check(.cosine) { cos($0) }
    check(.hyperbolicTangent) { tanh($0) }
    check(.sigmoid) { sigmoid($0) }
    check(.softplus) { softplus($0) }
    check(.relu) { max($0, 0) }
    check(.leakyRelu(slope: 0.5)) { $0 > 0 ? $0 : $0 / 2 }
    check(.elu(scale: 2)) { $0 > 0 ? $0 : 2 * expm1($0) }
    check(.cumulativeNormal) { cumulativeNormal($0) }
    check(.absolute) { $0.magnitude }
    check(.step(below: 0.25)) { $0 > 0 ? 1 : 0.25 }
    check(.sign) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
  }

  @Test func functionsOfPositiveNumbers() {
    #expect(UnaryKernel.exact(.squareRoot)(2.25) == 1.5)
    #expect(UnaryKernel.exact(.logarithm)(2.0) == log(2.0))
    #expect(UnaryKernel.exact(.log1p)(2.0) == log1p(2.0))
  }

  @Test func eachFunctionOfTwoNumbersIsItsFormula() {
    func values(_ function: BinaryFunction) -> [Double] {
      [function(3, 2), function(2, 2), function(0, -5)]
    }
    #expect(values(.add) == [5, 4, -5])
    #expect(values(.subtract) == [1, 0, 5])
    #expect(values(.multiply) == [6, 4, 0])
    #expect(values(.weigh) == [6, 4, 0])
    #expect(values(.divide) == [1.5, 1, 0])
    #expect(values(.maximum) == [3, 2, 0])
    #expect(values(.minimum) == [2, 2, -5])
    #expect(values(.isLarger) == [1, 0.5, 1])
    #expect(values(.isEqual) == [0, 1, 0])
  }

  @Test func aNaNIsNeitherLargerNorSmaller() {
    for function in [BinaryFunction.maximum, .minimum] {
      #expect(function(Double.nan, 1).isNaN)
      #expect(function(1, Double.nan).isNaN)
    }
    #expect(BinaryFunction.weigh(0, Double.nan) == 0)
  }
}
