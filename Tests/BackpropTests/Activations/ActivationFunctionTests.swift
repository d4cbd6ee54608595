import Backprop
import Testing

@Suite struct ActivationFunctionTests {
  let ends = Tensor([-800, -0.0, 800])

  @Test func valuesAreRightFarFromZero() {
    #expect(leakyRelu(ends) == Tensor([-8, 0, 800]))
    #expect(elu(ends) == Tensor([-1, 0, 800]))
    #expect(gelu(ends) == Tensor([0, 0, 800]))
    #expect(geluTanh(ends) == Tensor([0, 0, 800]))
    #expect(silu(ends) == Tensor([0, 0, 800]))
    #expect(softplus(ends) == Tensor([0, softplus(0.0), 800]))
  }

  @Test func derivativesAtTheKinksAreThoseThatTheDocumentationSays() {
    let zero = Tensor([0.0])
    #expect(gradient(at: zero) { relu($0).sum() } == Tensor([0]))
    #expect(gradient(at: zero) { leakyRelu($0, slope: 0.25).sum() } == Tensor([0.25]))
    #expect(gradient(at: zero) { elu($0, scale: 2).sum() } == Tensor([2]))
    let second = gradient(at: zero) { x in gradient(at: x) { elu($0, scale: 2).sum() }.sum() }
    #expect(second == zero)
  }

  @Test func geluKeepsItsDigitsInTheLowerTail() {
    // −10 Φ(−10), by mpmath.
    let expected = -7.619853024160526e-23
    #expect((gelu(Tensor([-10.0]))[0].item - expected).magnitude < 1e-15 * expected.magnitude)
  }

  @Test func theTanhFormIsCloseToGELU() {
    let x = Tensor((-600...600).map { Double($0) / 100 })
    #expect(abs(gelu(x) - geluTanh(x)).max().item < 0.0005)
  }

  @Test func anActivationPrintsAsItWouldBeWritten() {
    let all: [Activation] = [.leakyRelu(slope: 0.1), .elu(), .gelu, .geluTanh, .silu, .softplus]
    #expect(
      all.map(\.description) == [
        "leakyRelu(slope: 0.1)", "elu(scale: 1.0)", "gelu", "geluTanh", "silu", "softplus",
      ])
  }

  @Test func nanAndEmptyTensorsPassThrough() {
    let functions: [(Tensor<Double>) -> Tensor<Double>] = [
      { leakyRelu($0) }, { elu($0) }, { gelu($0) }, { geluTanh($0) }, { silu($0) },
      { softmax($0) }, { logSoftmax($0) },
    ]
    for function in functions {
      #expect(function(Tensor([Double.nan])).item.isNaN)
      #expect(function(Tensor<Double>.zeros([0, 3])).shape == [0, 3])
      #expect(function(Tensor<Double>.zeros([3, 0])).shape == [3, 0])
    }
  }
}
