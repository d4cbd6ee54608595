import Backprop
import Testing

@Suite struct ResidualTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "residual": { inputs in
      Residual(Dense(weights: inputs[1], bias: inputs[2], activation: .tanh))(inputs[0])
    }
  ]

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func theInputIsAddedToTheBodysResult() {
    #expect(Residual(Activate<Double>(.relu))(Tensor([-3, 2])) == Tensor([-3, 4]))
    let row = Residual {
      Activate<Double>(.relu)
      Activate(.identity)
    }
    #expect(row(Tensor([-3, 2])) == Tensor([-3, 4]))
  }

  @Test func theDerivativePassesBesideTheBody() {
    let layer = Residual(Dense(weights: .zeros([2, 2]), bias: .zeros([2])))
    #expect(gradient(at: Tensor([1, 2])) { layer($0).sum() } == Tensor([1, 1]))
  }

  @Test func parametersAndActivationsAreNamedAfterTheBody() {
    let layer = Residual(Dense(weights: .zeros([2, 2]), bias: .zeros([2])))
    #expect(layer.parameters.map(\.name) == ["body.weights", "body.bias"])
    var pass = Pass<Double>(.inference, recordsActivations: true)
    _ = pass.run("block", layer, Tensor([1, 2]))
    #expect(pass.activations.map(\.name) == ["block.body", "block"])
  }

  @Test func itPrintsItsSummary() {
    #expect("\(Residual(Activate<Double>(.tanh)))" == "0 parameters")
    let layer = Residual { Dense(weights: Tensor([[1]]), bias: Tensor([0])) }
    #expect("\(layer)" == layer.summary && layer.summary.hasPrefix("body.layers.0.weights"))
  }
}
