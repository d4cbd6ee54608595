import Testing

@testable import Backprop

@Suite struct UnaryKernelTests {
  @Test func onlyTheAcceleratedBackendApproximates() {
    #expect(UnaryKernel(.sigmoid, on: .deterministic) == .exact(.sigmoid))
    #expect(UnaryKernel(.sigmoid, on: .accelerated) == .approximate(.sigmoid))
    #expect(UnaryKernel(.softplus, on: .accelerated) == .approximate(.softplus))
  }

  @Test func aFunctionWithoutAnApproximationStaysExact() {
    #expect(UnaryKernel(.relu, on: .accelerated) == .exact(.relu))
    #expect(UnaryKernel(.elu(scale: 2), on: .accelerated) == .exact(.elu(scale: 2)))
  }

  @Test func longFunctionsBecomeVectors() {
    #expect(UnaryKernel.exact(.sigmoid).hasVectors)
    #expect(UnaryKernel.exact(.softplus).hasVectors)
    #expect(UnaryKernel.approximate(.sigmoid).hasVectors)
    #expect(!UnaryKernel.exact(.relu).hasVectors)
    #expect(!UnaryKernel.exact(.logarithm).hasVectors)
  }
}
