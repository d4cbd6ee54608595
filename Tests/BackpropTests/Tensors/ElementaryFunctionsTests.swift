import Backprop
import Testing

@Suite struct ElementaryFunctionsTests {
  @Test func reluAndAbsKeepNaN() {
    #expect(relu(Tensor([Double.nan])).item.isNaN)
    #expect(relu(Double.nan).isNaN)
    #expect(maximum(Tensor(Double.nan), Tensor(1)).item.isNaN)
  }

  @Test func softplusKeepsItsValueAndSlopeAtEitherEnd() {
    let (value, slope) = valueWithGradient(at: Tensor([-800, 800])) { softplus($0).sum() }
    #expect(value == 800)
    #expect(slope == Tensor([0, 1]))
  }

  @Test func eachNumberBecomesTheFunctionsValue() {
    let x = Tensor([0.25, 2])
    func check(_ result: Tensor<Double>, _ function: (Double) -> Double) {
      #expect(result.shape == [2])
      #expect(result.scalars == x.scalars.map(function))
    }
    check(exp(x)) { exp($0) }
    check(log(x)) { log($0) }
    check(log1p(x)) { log1p($0) }
    check(sqrt(x)) { $0.squareRoot() }
    check(square(x)) { $0 * $0 }
    check(pow(x, 3)) { pow($0, 3) }
    check(sin(x)) { sin($0) }
    check(cos(x)) { cos($0) }
    check(abs(-x)) { $0 }
  }
}
