import Testing

@testable import Backprop

@Suite struct KernelSelectionTests {
  private let matrix = StepPlace(offset: 16, shape: [2, 3], count: 6)
  private let target = StepPlace(offset: 64, shape: [3], count: 3)

  private func code(_ operation: UnaryOperation) -> KernelInstruction.Code? {
    KernelInstruction(operation, matrix, to: target)?.code
  }

  @Test func reductionsHaveKernels() {
    #expect(code(.sum) == .total)
    #expect(code(.sumTo(shape: [1, 1])) == .total)
    #expect(code(.sumTo(shape: [3])) == .sumAlong)
    #expect(code(.sumTo(shape: [2, 1])) == nil)
    #expect(code(.softmax(axis: 1)) == .softmax)
  }

  @Test func whatHasNoKernelRunsEagerly() {
    #expect(code(.permute(axes: [1, 0])) == nil)
    #expect(code(.elementwise(.exponential)) == nil)
    #expect(KernelInstruction(.gather, matrix, matrix, to: target) == nil)
    #expect(KernelInstruction.kernels(of: .stack, [matrix], to: target) == nil)
  }

  @Test func aProductKnowsItsLengthsAndPlaces() {
    let other = StepPlace(offset: 32, shape: [2, 5], count: 10)
    let product = KernelInstruction(
      .matrixProduct(transposeLeft: true, transposeRight: false), matrix, other,
      to: StepPlace(offset: 64, shape: [3, 5], count: 15))
    #expect(product?.code == .product)
    #expect(
      product.map { [$0.m, $0.n, $0.depth, $0.a, $0.b, $0.target] } == [3, 5, 2, 16, 32, 64])
    #expect(product?.transposesA == true && product?.transposesB == false)
  }

  @Test func partsArePlacedSideBySide() {
    let wide = StepPlace(offset: 64, shape: [2, 4], count: 8)
    let narrow = StepPlace(offset: 32, shape: [2, 1], count: 2)
    let kernels = KernelInstruction.kernels(of: .concatenate(axis: 1), [matrix, narrow], to: wide)
    #expect(kernels?.map(\.target) == [64, 67])
    #expect(kernels?.map(\.n) == [3, 1])
    #expect(kernels?.map(\.depth) == [4, 4])
  }
}
