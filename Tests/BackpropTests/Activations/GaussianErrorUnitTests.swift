import Backprop
import Testing

@Suite struct GaussianErrorUnitTests {
  private let x = numbersOfAllSizes()

  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    agree(a, b, upToRoundingOf: x)
  }

  @Test func valuesAreRightFarFromZero() {
    let ends = Tensor([-800, -0.0, 800])
    #expect(gelu(ends) == Tensor([0, 0, 800]))
    #expect(geluTanh(ends) == Tensor([0, 0, 800]))
    #expect(silu(ends) == Tensor([0, 0, 800]))
    #expect(cumulativeNormal(ends) == Tensor([0, 0.5, 1]))
  }

  @Test func geluKeepsItsDigitsInTheLowerTail() {
    // −10 Φ(−10), by mpmath.
    let expected = -7.619853024160526e-23
    #expect((gelu(Tensor([-10.0]))[0].item - expected).magnitude < 1e-15 * expected.magnitude)
  }

  @Test func theTanhFormIsWithinHalfAThousandthOfGELU() {
    let x = Tensor((-600...600).map { Double($0) / 100 })
    #expect(abs(gelu(x) - geluTanh(x)).max().item < 0.0005)
  }

  @Test func theTwoEndsMirrorEachOther() {
    #expect(isClose(cumulativeNormal(x) + cumulativeNormal(-x), .ones(x.shape)))
    #expect(isClose(gelu(x) - gelu(-x), x))
    #expect(isClose(geluTanh(x) - geluTanh(-x), x))
    #expect(isClose(silu(x) - silu(-x), x))
  }

  @Test func eachIsTheNumberTimesAProbability() {
    #expect(silu(x) == x * sigmoid(x))
    #expect(gelu(x) == x * cumulativeNormal(x))
  }
}
