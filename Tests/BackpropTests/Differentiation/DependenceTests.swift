import Backprop
import Testing

/// A gradient that says nothing because of a mistake stops the program, and one that is zero does not.
@Suite struct DependenceTests {
  private static var network: Network<Double> {
    Network(Dense(weights: Tensor([[1, 2]]), bias: Tensor([0])))
  }
  private static let x = Tensor([[1.0, 3]])

  @Test(arguments: [
    "outer network": "with a model from outside of it, or with none.",
    "in a pass": "with a model from outside of it, or with none.",
    "step": "with a model from outside of it, or with none.",
    "item": "A number has left the computation on the way, by item or scalars",
    "scalars": "A number has left the computation on the way, by item or scalars",
  ])
  func theLikelyCauseIsNamedWithTheCallersFile(name: String, sentence: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in DependenceTests.run(name) }
    #expect(result.message.contains("The value does not depend on what the gradient is taken at."))
    #expect(result.message.contains(sentence), "\(result.message)")
    #expect(result.message.contains("DependenceTests.swift:"))
  }

  private static func run(_ name: String) {
    var (copy, pass) = (network, Pass<Double>(.training))
    switch name {
    case "outer network": _ = gradient(at: network) { _ in network(x).sum() }
    case "in a pass":
      _ = valueWithGradient(at: &copy, in: &pass) { _, pass in network(x, in: &pass).sum() }
    case "step":
      var step = TrainingStep(model: network, optimizer: SGD(learningRate: 1)) { _, x, _ in
        network(x).sum()
      }
      _ = step(x, x)
    case "item": _ = gradient(at: network) { Tensor($0(x).sum().item) }
    default: _ = gradient(at: network) { Tensor($0(x).scalars).sum() }
    }
  }

  @Test func zerosThatAreMeantAreTaken() {
    let x = Tensor([1, -2])
    #expect(gradient(at: x) { (0 * $0).sum() } == Tensor([0, 0]))
    #expect(gradient(at: x) { $0.detached.sum() } == Tensor([0, 0]))
    #expect(gradient(at: x) { oneHot(abs($0), classes: 3).sum() } == Tensor([0, 0]))
    #expect(gradient(at: 2.0) { x in gradient(at: x) { 3 * $0 }.sum() } == 0)
    #expect(gradient(at: [x, x]) { $0[1].sum() } == [Tensor([0, 0]), Tensor([1, 1])])
    // Looking at a number is no mistake as long as the value depends on the parameters.
    #expect(gradient(at: x) { $0.sum().item < 0 ? (0 * $0).sum() : $0.sum() } == Tensor([0, 0]))
    #expect(gradient(at: Tensor.zeros([0])) { $0.sum() } == Tensor.zeros([0]))
  }

  @Test(arguments: ["batch norm", "dropout", "network", "layer"])
  func layersThatDifferInTrainingAskForAPass(name: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in
      let x = Tensor([[1.0, 3]])
      let hidden = Dense(weights: Tensor([[1, 2]]), bias: Tensor([0]))
      switch name {
      case "batch norm": _ = gradient(at: BatchNorm(features: 2)) { $0(x).sum() }
      case "dropout":
        var (layer, pass) = (hidden, Pass<Double>(.training))
        _ = valueWithGradient(at: &layer, in: &pass) { layer, _ in
          Dropout(rate: 0.5)(layer(x)).sum()
        }
      case "network":
        let network = Sequential {
          hidden
          Dropout(rate: 0.5)
        }
        _ = gradient(at: network) { $0(x).sum() }
      default:
        let network = Sequential {
          hidden
          BatchNorm(features: 1)
        }
        var step = TrainingStep(model: network, optimizer: SGD(learningRate: 1)) { network, x, _ in
          network(x).sum()
        }
        _ = step(x, x)
      }
    }
    #expect(result.message.contains("Dropout or batch norm runs without a pass while"))
    #expect(result.message.contains("DependenceTests.swift:"))
  }

  @Test func inferenceIsDifferentiatedWhereItIsMeant() {
    let x = Tensor([[1.0, 3]])
    let network = Sequential {
      Dense(weights: Tensor([[1, 2]]), bias: Tensor([0]))
      Dropout(rate: 0.5)
    }
    #expect(gradient(at: x) { network($0).sum() } == Tensor([[1, 2]]))
    let slopes = gradient(at: network) { network in
      var pass = Pass<Double>(.inference)
      return network(x, in: &pass).sum()
    }
    #expect(slopes.parameters[0].value == x)
    #expect(
      gradient(at: BatchNorm(features: 2)) { square($0.scale).sum() }.scale == Tensor([2, 2]))
  }
}
