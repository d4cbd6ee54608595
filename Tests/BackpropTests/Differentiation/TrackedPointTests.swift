import Testing

@testable import Backprop

@Suite struct TrackedPointTests {
  @Test func parametersAreLeavesOfATapeAndTheModelStaysAsItWas() {
    let point = TrackedPoint([Tensor(1), Tensor([2, 3])])
    #expect(point.tape?.nodes.map(\.operation) == [.leaf(.parameter), .leaf(.parameter)])
    #expect(point.tape?.openDerivatives == 1)
    #expect(point.places.map(\.index) == [0, 1])
    #expect(point.tracked.allSatisfy { $0.trace != nil })
    #expect(point.model.allSatisfy { $0.trace == nil })
  }

  @Test func aModelWithoutTensorsHasNoTape() {
    let point = TrackedPoint([Tensor<Double>]())
    #expect(point.tape == nil && point.places.isEmpty && point.states.isEmpty)
  }

  @Test func statesAreOnTheTapeButNotAmongTheParameters() {
    let point = TrackedPoint(BatchNorm<Double>(features: 2))
    #expect(point.places.count == 2 && point.states.count == 2)
    #expect(point.tape?.states.count == 2)
  }

  @Test func aGradientHoldsADerivativeForEachParameter() {
    let point = TrackedPoint([Tensor(1), Tensor(2)])
    #expect(point.gradient(from: [Tensor(5), Tensor(6), Tensor(7)]) == [Tensor(5), Tensor(6)])
  }
}
