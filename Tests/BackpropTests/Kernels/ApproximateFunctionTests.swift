import Testing

@testable import Backprop

@Suite struct ApproximateFunctionTests {
  @Test func onlyTheAcceleratedBackendApproximates() {
    #expect(UnaryKernel(.sigmoid, on: .deterministic) == .exact(.sigmoid))
    #expect(UnaryKernel(.sigmoid, on: .accelerated) == .approximate(.sigmoid))
    #expect(UnaryKernel(.softplus, on: .accelerated) == .approximate(.softplus))
  }

  @Test func aFunctionWithoutAnApproximationStaysExact() {
    #expect(UnaryKernel(.relu, on: .accelerated) == .exact(.relu))
    #expect(UnaryKernel(.elu(scale: 2), on: .accelerated) == .exact(.elu(scale: 2)))
  }

  @Test func anApproximationIsTheFunctionOfTheScalarType() {
    #expect(UnaryKernel.approximate(.exponential)(0.5) == Double.approximateExp(0.5))
    #expect(UnaryKernel.approximate(.hyperbolicTangent)(0.5) == Double.approximateTanh(0.5))
    #expect(UnaryKernel.approximate(.sigmoid)(Float(0.5)) == Float.approximateSigmoid(0.5))
    #expect(UnaryKernel.approximate(.softplus)(0.5) == Double.approximateSoftplus(0.5))
  }

  @Test func longFunctionsOfFloatBecomeVectors() {
    #expect(UnaryKernel.exact(.sigmoid).hasVectors(of: Float.self))
    #expect(!UnaryKernel.exact(.sigmoid).hasVectors(of: Double.self))
    #expect(UnaryKernel.approximate(.sigmoid).hasVectors(of: Double.self))
    #expect(!UnaryKernel.exact(.relu).hasVectors(of: Float.self))
  }
}
