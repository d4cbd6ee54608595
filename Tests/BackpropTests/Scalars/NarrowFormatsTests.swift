import Backprop
import Testing

@Suite struct NarrowFormatsTests {
  @Test(arguments: [(NarrowFormat.bfloat16, "bfloat16"), (.float16, "float16")])
  func everyNumberIsRoundedAsPyTorchDoes(format: NarrowFormat, name: String) throws {
    let oracle = try #require(Oracle.transformerNumbers.narrow[name])
    #expect(oracle.numbers.map { format.rounded($0) } == oracle.rounded)
    #expect(oracle.tooLarge.allSatisfy { format.rounded($0).isInfinite })
    #expect(!oracle.tooLarge.isEmpty)
    // What is in the format stays.
    #expect(oracle.rounded.map { format.rounded($0) } == oracle.rounded)
  }

  @Test func specialNumbersStay() {
    #expect(NarrowFormat.float16.rounded(.infinity) == .infinity)
    #expect(NarrowFormat.bfloat16.rounded(.nan).isNaN)
    #expect(NarrowFormat.float16.rounded(-0.0).sign == .minus)
    #expect(NarrowFormat.float16.rounded(-1e-30).sign == .minus)
    #expect(NarrowFormat.float16.rounded(1e300) == .infinity)
    // Halfway between two numbers, by no more than a Double can tell.
    #expect(NarrowFormat.bfloat16.rounded(1 + 0x1p-8) == 1)
    #expect(NarrowFormat.bfloat16.rounded((1 + 0x1p-8).nextUp) == 1 + 0x1p-7)
    #expect(NarrowFormat.float16.rounded(0x1p-25) == 0)
    #expect(NarrowFormat.float16.rounded((0x1p-25).nextUp) == 0x1p-24)
  }

  @Test func tensorsAreRoundedAndDerivativesPass() {
    #expect(Tensor([0.1]).rounded(to: .bfloat16) == Tensor([0.10009765625]))
    #expect(Tensor<Float>([0.1]).rounded(to: .float16) == Tensor<Float>([0.099975586]))
    #expect(
      gradient(at: Tensor([0.1, 3])) { square($0.rounded(to: .bfloat16)).sum() }
        == Tensor([0.2001953125, 6]))
    #expect(Tensor<Double>.zeros([0]).rounded(to: .float16).shape == [0])
    expectSameSteps(Tensor([0.1, 0.7]), [1, 1, 5, 7].map { Tensor($0) }, isReplayed: false) {
      w, x in
      (w.rounded(to: .bfloat16) * x).sum()
    }
  }
}
