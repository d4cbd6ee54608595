import Backprop
import Testing

// This package is compiled in Swift 6 mode, where a global or captured value that is not Sendable is an error.

private let network: Network<Double> = {
  var generator = RandomNumbers(seed: 3)
  return Network(sizes: [2, 6, 1], activation: .tanh, using: &generator)
}()
private let stack: some Layer<Double> = {
  var generator = RandomNumbers(seed: 4)
  return Sequential {
    Convolution2D(from: 1, to: 2, size: 3, activation: .relu, using: &generator)
    BatchNorm(features: 2)
    MaxPooling2D(size: 2)
    Flatten()
    Residual(Dense(from: 8, to: 8, using: &generator))
    Dropout(rate: 0.5)
    LayerNorm(shape: [8])
    Dense(from: 8, to: 1, using: &generator)
  }
}()
private let rule = Adam(learningRate: 0.01)
private let x = Tensor([[0.0, 1], [1, 0], [1, 1]])
private let y = Tensor([[1.0], [1], [0]])

/// Has a tensor and a layer, as one writes a model of one's own.
private struct OwnModel: Model {
  var scale = Tensor(2.0)
  var layer: Dense<Double>
  mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
    visitor.visit("scale", &scale)
    visitor.visit("layer", &layer)
  }
}

@Suite struct SendableTests {
  private func loss(_ network: Network<Double>) -> Tensor<Double> {
    meanSquaredError(network(x), y)
  }

  private func requireSendable<T: Sendable>(_: T.Type) {}

  @Test func modelsLayersOptimizersAndResultsAreSendable() {
    requireSendable(OwnModel.self)
    requireSendable([Dense<Float>].self)
    requireSendable(LSTM<Double>.self)
    requireSendable(LSTM<Double>.State.self)
    requireSendable(GRU<Double>.self)
    requireSendable(Embedding<Double>.self)
    requireSendable(NesterovMomentum<Double>.self)
    requireSendable(EarlyStopping<OwnModel>.self)
    requireSendable(RecordedActivation<Double>.self)
    requireSendable(ComputationGraph<Double>.self)
    requireSendable(HessianEigenvalues<OwnModel>.self)
    requireSendable(NonFiniteTrace<Double>.self)
    requireSendable(Dataset<Double>.self)
    requireSendable(Standardizer<Double>.self)
  }

  @Test func aTaskGroupUsesOneNetwork() async {
    let alone = (0..<8).map { network(Tensor([Double($0), 1])) }
    let together = await withTaskGroup(of: (Int, Tensor<Double>).self) { group in
      for i in 0..<8 { group.addTask { (i, network(Tensor([Double(i), 1]))) } }
      return await group.reduce(into: [Int: Tensor<Double>]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<8).map { together[$0] } == alone)
  }

  @Test func eachTaskTrainsACopyOfItsOwn() async {
    @Sendable func trained(_ steps: Int) -> Network<Double> {
      var (network, rule) = (network, rule)
      for _ in 0..<steps { rule.update(&network, along: gradient(at: network, of: loss)) }
      return network
    }
    let before = network.flattenedParameters
    let together = await withTaskGroup(of: (Int, Network<Double>).self) { group in
      for i in 1...4 { group.addTask { (i, trained(10 * i)) } }
      return await group.reduce(into: [Int: Network<Double>]()) { $0[$1.0] = $1.1 }
    }
    for i in 1...4 {
      #expect(together[i]?.flattenedParameters == trained(10 * i).flattenedParameters)
    }
    #expect(network.flattenedParameters == before)
  }

  @Test func aDetachedTaskRunsALayerOfAnyKind() async {
    let image = Tensor.ones([1, 1, 6, 6])
    let result = await Task.detached { stack(image) }.value
    #expect(result == stack(image))
  }

  @Test func aTrainerIsMadeAndRunsInATask() async {
    let losses = await Task.detached {
      var step = TrainingStep(model: network, optimizer: rule) { network, x, y in
        meanSquaredError(network(x), y)
      }
      return (0..<5).map { _ in step(x, y) }
    }.value
    #expect(losses.count == 5 && losses[4] < losses[0])
  }
}
