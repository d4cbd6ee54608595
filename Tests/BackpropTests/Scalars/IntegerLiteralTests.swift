import Backprop
import Testing

/// A literal without a point is a number for every function of numbers, and a Double.
@Suite struct IntegerLiteralTests {
  private func isDouble<T>(_ x: T) -> Bool { T.self == Double.self }

  @Test func elementaryFunctionsOfIntegerLiteralsAreDoubles() {
    #expect(isDouble(exp(1)) && exp(1) == Double.exp(1))
    #expect(isDouble(expm1(1)) && expm1(1) == Double.expm1(1))
    #expect(isDouble(log(2)) && log(2) == Double.log(2))
    #expect(isDouble(log1p(1)) && log1p(1) == Double.log1p(1))
    #expect(isDouble(sqrt(2)) && sqrt(2) == 2.0.squareRoot())
    #expect(isDouble(pow(2, 3)) && pow(2, 3) == 8.0)
    #expect(isDouble(square(3)) && square(3) == 9.0)
    #expect(isDouble(sin(1)) && sin(1) == Double.sin(1))
    #expect(isDouble(cos(1)) && cos(1) == Double.cos(1))
    #expect(isDouble(tanh(1)) && tanh(1) == Double.tanh(1))
    #expect(isDouble(erf(0)) && erf(0) == 0.0)
    #expect(isDouble(erfc(0)) && erfc(0) == 1.0)
    #expect(isDouble(cumulativeNormal(0)) && cumulativeNormal(0) == 0.5)
  }

  @Test func activationsOfIntegerLiteralsAreDoubles() {
    #expect(isDouble(sigmoid(0)) && sigmoid(0) == 0.5)
    #expect(isDouble(softplus(0)) && softplus(0) == Double.softplus(0))
    #expect(isDouble(relu(-3)) && relu(-3) == 0.0)
    #expect(isDouble(leakyRelu(-3)) && leakyRelu(-3) == 0.01 * -3.0)
    #expect(isDouble(elu(-1)) && elu(-1) == Double.expm1(-1))
    #expect(isDouble(gelu(1)) && gelu(1) == Double.cumulativeNormal(1))
    #expect(isDouble(geluTanh(0)) && geluTanh(0) == 0.0)
    #expect(isDouble(silu(1)) && silu(1) == Double.sigmoid(1))
  }

  @Test func insideFormulasTheyAreDoublesToo() {
    let x = 2 * exp(1) + sigmoid(0) / 4 - pow(2, 3) * relu(-3)
    #expect(isDouble(x) && x == 2 * Double.exp(1) + 0.125)
    let list = [exp(0), sigmoid(0), sqrt(4), tanh(0)]
    #expect(list == [1, 0.5, 2, 0])
    #expect(exp(1) > 2 && "\(pow(2, 3))" == "8.0")
    let ofLiterals = exp(-1 * 1 - 2 * 2) * (1 / 4 + sqrt(2 + 2))
    #expect(ofLiterals == Double.exp(-5) * 2.25)
  }

  @Test func aTypeThatIsSaidIsKept() {
    let x: Float = exp(1)
    #expect(x == Float.exp(1))
    let y: Float = pow(2, 3) + gelu(0)
    #expect(y == 8)
    #expect([1.0, 2.0].map(exp) == [Double.exp(1), Double.exp(2)])
    #expect([Tensor(0)].map(exp) == [Tensor(1)])
  }
}
