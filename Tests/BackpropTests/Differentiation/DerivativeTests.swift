import Testing

@testable import Backprop

@Suite struct DerivativeTests {
  @Test func aDerivativeIsWeightedByItsSeed() {
    let derivative = Derivative(at: Tensor([1, 2])) { square($0) }
    #expect(derivative.value == Tensor([1, 4]))
    #expect(derivative.value.trace == nil)
    #expect(derivative.weightedDerivative(seed: Tensor([1, 0])) == Tensor([2, 0]))
    #expect(derivative.weightedDerivative(seed: Tensor([0, 10])) == Tensor([0, 40]))
    #expect(derivative.gradient(seed: Tensor([1, 1])) == Tensor([2, 4]))
  }

  @Test func valuesOnTheWayGetTheirDerivatives() {
    var onTheWay: [Tensor<Double>] = []
    let derivative = Derivative(at: Tensor(3.0)) { x in
      let y = square(x)
      onTheWay = [y, Tensor([1, 2])]
      return 5 * y
    }
    #expect(derivative.gradient(seed: Tensor(1), alsoAt: &onTheWay) == Tensor(30))
    #expect(onTheWay == [Tensor(5), Tensor([0, 0])])
  }

  @Test func aFunctionOfNoParameterHasTheGradientZero() {
    let derivative = Derivative(at: [Tensor(1.0)]) { _ in Tensor(7) }
    #expect(derivative.derivatives(seed: Tensor(1), recording: false) == [Tensor(0)])
  }

  @Test func recordedDerivativesCanBeDifferentiatedAgain() {
    let point = TrackedPoint(Tensor(3.0))
    var pass = Pass<Double>(.training)
    let derivative = Derivative(at: point, in: &pass, file: #fileID, line: #line) { x, _ in
      x * x * x
    }
    #expect(pass.tape == nil)
    let slope = derivative.derivatives(seed: Tensor(1), recording: true)[0]
    #expect(slope == Tensor(27))
    let tape = point.tape!
    #expect(
      tape.derivatives(
        of: tape.index(of: slope), seed: Tensor(1), withRespectTo: [0], recording: false)
        == [Tensor(18)])
    derivative.end()
    #expect(tape.openDerivatives == 0)
  }

  @Test func aModelGetsTheStatesThatTheFunctionLeft() {
    var layer = BatchNorm<Double>(features: 1)
    var pass = Pass<Double>(.training)
    let derivative = Derivative(at: layer, in: &pass) { layer, pass in
      layer(Tensor([[1], [3]]), in: &pass).sum()
    }
    derivative.end()
    derivative.updateStates(of: &layer)
    // The mean moves from 0 to that of the batch, 2, by a tenth.
    #expect(layer.states[0].value == Tensor([0.2]))
    #expect(layer.states.allSatisfy { $0.value.trace == nil })
  }
}
