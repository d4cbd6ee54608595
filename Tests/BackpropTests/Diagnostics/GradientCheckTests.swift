import Backprop
import Testing

@Suite struct GradientCheckTests {
  let network = Network(
    Dense(
      weights: Tensor([[0.1, 0.2], [0.3, 0.4]]), bias: Tensor([-0.11, -0.17]),
      activation: .sigmoid),
    Dense(weights: Tensor([[0.4, 0.6]]), bias: Tensor([-0.3]), activation: .sigmoid))
  let x = Tensor([0.5, 0.8])
  let y = Tensor([1.0])

  @Test func `a right gradient has a small error in every parameter`() {
    let report = checkGradients(at: network) { halfSquaredError($0(x), y) }
    #expect(report.maximumRelativeError < 1e-8)
    #expect(
      report.parameters.map(\.name) == [
        "layers.0.weights", "layers.0.bias", "layers.1.weights", "layers.1.bias",
      ])
    #expect(report.entries.count == 9)
    #expect(report.description.split(separator: "\n").count == 4)
  }

  @Test func `a wrong gradient is found, and the parameter named`() {
    let report = checkGradients(at: network) { network in
      var wrong = network
      wrong.layers[0].bias = 2 * network.layers[0].bias - network.layers[0].bias.detached
      return halfSquaredError(wrong(x), y)
    }
    #expect(report.maximumRelativeError > 0.4)
    for (name, error) in report.parameters {
      #expect((error > 1e-6) == (name == "layers.0.bias"))
    }
  }

  @Test func `a derivative that is no number is not passed over`() {
    let report = checkGradients(at: Tensor([0.0, 1.0])) { x in sqrt(x).sum() }
    #expect(!(report.maximumRelativeError < 1))
  }

  @Test func `in Float the check is as sharp as its precision`() {
    let report = checkGradients(at: Tensor<Float>([0.5, 2])) { x in (x * x * x).sum() }
    #expect(report.maximumRelativeError < 1e-2)
  }
}
