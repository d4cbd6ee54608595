import Backprop
import Testing

@Suite struct PenaltiesTests {
  let oracle = Oracle.regularization
  var parameters: [Tensor<Double>] { oracle.gradient.map { Tensor($0) } }

  private func expect(
    _ penalty: ([Tensor<Double>]) -> Tensor<Double>, _ expected: Oracle.Regularization.Penalty
  ) {
    let (value, gradient) = valueWithGradient(at: parameters, of: penalty)
    #expect((value - expected.value).magnitude < 1e-14 * expected.value)
    for (a, b) in zip(gradient, expected.gradient) { #expect(a.isRelativelyClose(to: Tensor(b))) }
    for entry in checkGradients(at: parameters, of: penalty).entries {
      #expect((entry.analytic - entry.numeric).magnitude < 1e-7)
    }
  }

  @Test func penaltiesAndTheirDerivativesMatchPyTorch() {
    expect({ l1Penalty($0, strength: 0.3) }, oracle.l1)
    expect({ l2Penalty($0, strength: 0.3) }, oracle.l2)
    expect({ halfL2Penalty($0, strength: 0.3) }, oracle.halfL2)
  }

  @Test func aPenaltyCanLeaveParametersOutByTheirNames() {
    let network = Network(
      Dense(weights: Tensor([[1, -2]]), bias: Tensor([4])),
      Dense(weights: Tensor([[3]]), bias: Tensor([5])))
    let value = l2Penalty(network, strength: 0.5) { $0.hasSuffix("weights") }
    #expect(value.item == 7)
    #expect(l1Penalty(network, strength: 2) { $0.hasSuffix("bias") }.item == 18)
    #expect(l1Penalty(network, strength: 2) { _ in false }.item == 0)
    let slope = gradient(at: network) { l2Penalty($0, strength: 0.5) { $0.hasSuffix("weights") } }
    #expect(slope.layers[0].bias == Tensor([0]))
    #expect(slope.layers[0].weights == Tensor([[1, -2]]))
  }
}
