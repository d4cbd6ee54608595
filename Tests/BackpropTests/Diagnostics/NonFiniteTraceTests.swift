import Testing

@testable import Backprop

@Suite struct NonFiniteTraceTests {
  @Test func anOperationOnSingleNumbersIsTracedToItsNumbers() throws {
    let trace = try #require(
      firstNonFinite(at: Tensor([1, 2, 0, 3])) { x in (x * log(x)).sum() })
    #expect(trace.origin.operation == .unary(.elementwise(.logarithm)))
    #expect(trace.origin.direction == .forward)
    #expect(trace.origin.place == [2])
    #expect(trace.origin.numbers == [0])
    #expect(trace.origin.number == -.infinity)
    #expect(trace.origin.result == log(Tensor([1, 2, 0, 3])))
    #expect(trace.firstNaN?.operation == .binary(.elementwise(.multiply)))
    #expect(trace.target == .result)
    #expect(
      trace.description
        == "ln of 0 is −∞ at [2] of [4]. Then × made it NaN at [2] of [4]. It reached the result.")
  }

  @Test(arguments: [
    ("quotient", "0 ÷ 0 is NaN at [1] of [2]. It reached the result."),
    (
      "exponential",
      "exp of 800 is ∞ at [0] of [2]. Then ÷ made it NaN at [0] of [2]. It reached the result."
    ),
    ("sum", "Σ of parameter [2] from 1.5e+308 to 1.5e+308 is ∞. It reached the result."),
    (
      "product",
      "· of parameter [1, 2] from 1e+200 to 1e+200 and [2, 1] from 1e+200 to 1e+200 is ∞ at "
        + "[0, 0] of [1, 1]. It reached the result."
    ),
    ("parameter", "The parameter holds NaN at [1] of [2]. It reached the result."),
    ("constant", "A constant holds ∞ at [0] of [1]. It reached the result."),
    ("broadcast", "1 ÷ 0 is ∞ at [1, 1] of [2, 3]. It reached the result."),
    (
      "root",
      "On the way back √ of 0 passed ∞ at [0] of [2]. It reached the derivative of parameter."
    ),
    (
      "norm",
      "On the way back √ of 0 passed ∞. Then the derivative of x² made it NaN at [0] "
        + "of [2]. It reached the derivative of parameter."
    ),
    (
      "sum of derivatives",
      "On the way back a sum of 2 derivatives is ∞. It reached the derivative of "
        + "parameter."
    ),
    (
      "infinity before",
      "exp of 900 is ∞ at [0] of [1]. Then the derivative of exp made it NaN at [0] of [1]. It "
        + "reached the derivative of parameter."
    ),
  ])
  func theOriginIsToldInSentences(name: String, text: String) {
    let trace =
      switch name {
      case "quotient":
        firstNonFinite(at: Tensor([3, 0])) { x in (x / Tensor([1, 0])).sum() }
      case "exponential":
        firstNonFinite(at: Tensor([800, 0])) { x in (exp(x) / exp(x).sum())[0] }
      case "sum": firstNonFinite(at: Tensor([1.5e308, 1.5e308])) { x in x.sum() }
      case "product":
        firstNonFinite(at: Tensor([[1e200, 1e200]])) { x in
          matmul(x, Tensor([[1e200], [1e200]])).sum()
        }
      case "parameter": firstNonFinite(at: Tensor([1, .nan])) { x in square(x).sum() }
      case "constant":
        firstNonFinite(at: Tensor([1.0])) { x in (x + Tensor([Double.infinity])).sum() }
      case "broadcast":
        firstNonFinite(at: Tensor([[1.0], [1]])) { x in
          (Tensor([[2, 1, 1], [1, 1, 1]]) * x / Tensor([[1, 1, 1], [1, 0, 1]])).sum()
        }
      case "root": firstNonFinite(at: Tensor([0, 4])) { x in sqrt(x).sum() }
      case "norm": firstNonFinite(at: Tensor([0, 0])) { x in x.norm() }
      case "sum of derivatives":
        firstNonFinite(at: Tensor(1e-10)) { x in x * 1.5e308 + x * 1.5e308 }
      default:
        firstNonFinite(at: Tensor([900.0])) { x in sigmoid(exp(x)).sum() }
      }
    #expect(trace?.description == text)
  }

  @Test func aPlaceAndItsIndicesTellOfEachOther() {
    for place in 0..<24 {
      let indices = indices(ofPlace: place, in: [2, 3, 4])
      #expect(flatIndex(indices, in: [2, 3, 4]) == place)
    }
    #expect(indices(ofPlace: 23, in: [2, 3, 4]) == [1, 2, 3])
    #expect(indices(ofPlace: 0, in: []) == [])
    #expect(flatIndex([], in: []) == 0)
  }
}
