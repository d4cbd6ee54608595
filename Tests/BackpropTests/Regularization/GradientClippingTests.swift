import Backprop
import Testing

@Suite struct GradientClippingTests {
  let oracle = Oracle.regularization
  var gradient: [Tensor<Double>] { oracle.gradient.map { Tensor($0) } }

  private func expectClose(_ a: [Tensor<Double>], _ b: [Oracle.Numbers]) {
    #expect(a.count == b.count)
    for (a, b) in zip(a, b) { #expect(a.isClose(to: Tensor(b), tolerance: 1e-14)) }
  }

  @Test func gradientsAreClippedAsPyTorchClipsThem() {
    #expect((gradient.globalNorm - oracle.globalNorm).magnitude < 1e-14 * oracle.globalNorm)
    expectClose(gradient.clipped(toValue: 0.5), oracle.byValue)
    expectClose(gradient.clipped(toNorm: 1.5), oracle.byNorm)
    expectClose(gradient.clipped(toGlobalNorm: 1.5), oracle.byGlobalNorm)
  }

  @Test func theNormAfterClippingIsTheLimitAndTheDirectionStays() {
    let clipped = gradient.clipped(toGlobalNorm: 0.75)
    #expect((clipped.globalNorm - 0.75).magnitude < 1e-15)
    let factor = 0.75 / gradient.globalNorm
    for (a, b) in zip(clipped, gradient) { #expect(a.isClose(to: factor * b, tolerance: 1e-15)) }
    for part in gradient.clipped(toNorm: 0.25) { #expect(part.globalNorm < 0.25 + 1e-15) }
  }

  @Test func whatIsWithinTheLimitStaysAsItIs() {
    #expect(gradient.clipped(toGlobalNorm: 1000) == gradient)
    #expect(gradient.clipped(toNorm: 1000) == gradient)
    #expect(gradient.clipped(toValue: 1000) == gradient)
    let zeros = [Tensor<Double>.zeros([2]), Tensor<Double>.zeros([0])]
    #expect(zeros.globalNorm == 0)
    #expect(zeros.clipped(toGlobalNorm: 1) == zeros)
  }

  @Test func theNormNeitherOverflowsNorVanishes() {
    let (large, small): (Double, Double) = (
      Tensor([3e200, -4e200]).globalNorm, Tensor([3e-200, 4e-200]).globalNorm
    )
    #expect((large - 5e200).magnitude < 1e-15 * 5e200)
    #expect((small - 5e-200).magnitude < 1e-215)
    #expect(Tensor([1, -Double.infinity]).globalNorm == .infinity)
    #expect(Tensor([1, Double.nan]).globalNorm.isNaN)
    #expect(Tensor([Double.nan, 3]).clipped(toValue: 1).scalars[1] == 1)
    let single: Float = Tensor<Float>([3e30, 4e30]).globalNorm
    #expect((single - 5e30).magnitude < 1e24)
  }

  @Test(arguments: [0, 1, 2])
  func aLimitThatIsNotPositiveStopsTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let gradient = Tensor([1, 2])
      switch number {
      case 0: _ = gradient.clipped(toValue: 0)
      case 1: _ = gradient.clipped(toNorm: -1)
      default: _ = gradient.clipped(toGlobalNorm: 0)
      }
    }
  }
}
