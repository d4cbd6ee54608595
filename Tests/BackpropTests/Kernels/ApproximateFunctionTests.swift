import Testing

@testable import Backprop

@Suite struct ApproximateFunctionTests {
  @Test func anApproximationIsTheFunctionOfTheScalarType() {
    #expect(UnaryKernel.approximate(.exponential)(0.5) == Double.approximateExp(0.5))
    #expect(UnaryKernel.approximate(.hyperbolicTangent)(0.5) == Double.approximateTanh(0.5))
    #expect(UnaryKernel.approximate(.sigmoid)(Float(0.5)) == Float.approximateSigmoid(0.5))
    #expect(UnaryKernel.approximate(.softplus)(0.5) == Double.approximateSoftplus(0.5))
  }
}
