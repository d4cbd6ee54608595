import Backprop
import Foundation
import Testing

/// Both modules in one file: no call of a function that both have is ambiguous.
@Suite struct NamesOfOtherModulesTests {
  private func isDouble<T>(_ x: T) -> Bool { T.self == Double.self }

  @Test func functionsOfLiteralsAreThoseOfDoubles() {
    #expect(isDouble(exp(1.0)) && isDouble(expm1(1.0)) && isDouble(log(2.0)))
    #expect(isDouble(log1p(1.0)) && isDouble(sqrt(2.0)) && isDouble(pow(2.0, 3.0)))
    #expect(isDouble(sin(1.0)) && isDouble(cos(1.0)) && isDouble(tanh(1.0)))
    #expect(isDouble(erf(1.0)) && isDouble(erfc(1.0)) && isDouble(abs(-1.0)))
    #expect(isDouble(sigmoid(0)) && isDouble(relu(-3)) && isDouble(square(2)))
  }

  @Test func functionsOfVariablesAreThoseOfTheirType() {
    let (x, y, z, w) = (0.5, Float(0.5), Tensor(0.5), CGFloat(0.5))
    #expect(abs(exp(x) - Double.exp(x)) < 1e-15)
    #expect(exp(y) == Float.exp(y))
    #expect(exp(z) == Tensor(Double.exp(x)))
    #expect(abs(exp(w) - exp(0.5)) < 1e-15)
    #expect(pow(x, 2) == 0.25 && pow(y, 2) == 0.25 && pow(z, 2) == Tensor(0.25))
    let sum = sqrt(x) * sqrt(x) + sin(x) * sin(x) + cos(x) * cos(x)
    #expect(abs(sum - 1.5) < 1e-15)
    #expect([x].map(tanh) == [tanh(x)] && abs(z) == z && tanh(z).item == Double.tanh(x))
  }

  @Test func theModulesNameCallsTheLibrarysFunction() {
    for x in stride(from: -3.0, through: 3, by: 0.1) {
      #expect(Backprop.exp(x) == Double.exp(x))
      #expect(Backprop.tanh(x) == Double.tanh(x))
      #expect(Backprop.pow(x, 3) == Double.pow(x, 3))
      #expect(Backprop.sin(x) == Double.sin(x) && Backprop.cos(x) == Double.cos(x))
    }
  }
}
