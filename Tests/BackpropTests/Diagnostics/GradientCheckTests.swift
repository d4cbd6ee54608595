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

  @Test func aRightGradientHasASmallErrorInEveryParameter() {
    let report = checkGradients(at: network) { halfSquaredError($0(x), y) }
    #expect(report.maximumRelativeError < 1e-8)
    #expect(
      report.parameters.map(\.name) == [
        "layers.0.weights", "layers.0.bias", "layers.1.weights", "layers.1.bias",
      ])
    #expect(
      report.entries.map { "\($0.parameter) \($0.place)" } == [
        "layers.0.weights [0, 0]", "layers.0.weights [0, 1]", "layers.0.weights [1, 0]",
        "layers.0.weights [1, 1]", "layers.0.bias [0]", "layers.0.bias [1]",
        "layers.1.weights [0, 0]", "layers.1.weights [0, 1]", "layers.1.bias [0]",
      ])
    let lines = report.description.split(separator: "\n")
    #expect(
      zip(lines, report.parameters).allSatisfy { $0.hasPrefix("\($1.name) \($1.shape): ") })
    #expect(lines.count == report.parameters.count)
    #expect(report.parameters.map(\.shape) == [[2, 2], [2], [1, 2], [1]])
    #expect(report.entries[3].place == [1, 1])
    #expect(report.parameters[0].relativeErrors.shape == [2, 2])
    #expect(report.parameters[0].relativeErrors[1, 1].item == report.entries[3].relativeError)
    #expect(report.worst?.relativeError == report.maximumRelativeError)
  }

  @Test func aWrongGradientIsFoundAndTheParameterNamed() {
    let report = checkGradients(at: network) { network in
      var wrong = network
      wrong.layers[0].bias = 2 * network.layers[0].bias - network.layers[0].bias.detached
      return halfSquaredError(wrong(x), y)
    }
    #expect(report.maximumRelativeError > 0.4)
    for parameter in report.parameters {
      #expect((parameter.maximumRelativeError > 1e-6) == (parameter.name == "layers.0.bias"))
    }
    #expect(report.worst?.parameter == "layers.0.bias")
    #expect(report.worst == report.parameters[1].worst)
  }

  @Test func aDerivativeThatIsNaNIsNotPassedOver() {
    let report = checkGradients(at: Tensor([0.0, 1.0])) { x in sqrt(x).sum() }
    #expect(!(report.maximumRelativeError < 1))
  }

  @Test func inAPassDropoutDropsTheSameAndBatchNormTakesTheBatchsMean() {
    var generator = RandomNumbers(seed: 5)
    let network = Sequential {
      Dense(from: 3, to: 6, activation: .tanh, using: &generator)
      BatchNorm(features: 6)
      Dropout(rate: 0.5)
      Dense(from: 6, to: 2, using: &generator)
    }
    let x = Tensor.normal(shape: [5, 3], using: &generator)
    for phase in [Phase.training, .inference] {
      let pass = Pass<Double>(phase, using: generator)
      let report = checkGradients(at: network, in: pass) { network, pass in
        square(network(x, in: &pass)).sum()
      }
      #expect(
        report.parameters.map(\.name) == [
          "layers.0.weights", "layers.0.bias", "layers.1.scale", "layers.1.shift",
          "layers.3.weights", "layers.3.bias",
        ])
      for entry in report.entries {
        #expect(
          (entry.analytic - entry.numeric).magnitude < 1e-7 * max(1, entry.analytic.magnitude))
      }
      #expect(report.entries.contains { $0.analytic.magnitude > 0.1 })
    }
    // A pass that went on would have drawn other numbers.
    var goingOn = Pass<Double>(.training, using: generator)
    let wrong = checkGradients(at: network) { square($0(x, in: &goingOn)).sum() }
    #expect(wrong.maximumRelativeError > 0.1)
  }

  @Test func inFloatTheCheckIsAsSharpAsItsPrecision() {
    let report = checkGradients(at: Tensor<Float>([0.5, 2])) { x in (x * x * x).sum() }
    #expect(report.maximumRelativeError < 1e-2)
  }
}
