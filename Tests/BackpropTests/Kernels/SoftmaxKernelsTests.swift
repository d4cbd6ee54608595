import Testing

@testable import Backprop

@Suite struct SoftmaxKernelsTests {
  @Test func equalNumbersShareEquallyAlongEitherAxis() {
    let zeros = Tensor<Double>.zeros([2, 4])
    #expect(normalizedExponentials(zeros, along: 1) == Tensor(repeating: 0.25, shape: [2, 4]))
    #expect(normalizedExponentials(zeros, along: 0) == Tensor(repeating: 0.5, shape: [2, 4]))
  }

  @Test func largeNumbersDoNotOverflow() {
    let x = Tensor([1000.0, 0])
    #expect(normalizedExponentials(x, along: 0) == Tensor([1, 0]))
    #expect(normalizedLogits(x, along: 0) == Tensor([0, -1000]))
  }
}
