import Backprop
import Testing

@Suite struct ChosenLayersTests {
  private let x = Tensor([[0.5, -1], [2, 0.25], [0, 1]])
  private let y = Tensor([[1.0], [-1], [0]])

  private func network(isDeep: Bool, drops: Bool, turns: Int) -> some Layer<Double> {
    var generator = RandomNumbers(seed: 2)
    return Sequential {
      let width = 4
      Dense(from: 2, to: width, activation: .tanh, using: &generator)
      if isDeep {
        Dense(from: width, to: width, activation: .relu, using: &generator)
        Dense(from: width, to: width, using: &generator)
      } else {
        Activate(.sigmoid)
      }
      for turn in 0..<turns {
        Residual(Dense(from: width, to: width, using: &generator))
        if turn == 1 { Activate(.tanh) }
      }
      if drops { Dropout(rate: 0) }
      Dense(from: width, to: 1, using: &generator)
    }
  }

  @Test func partsAreNamedByTheirPlacesAndThoseThatFollowStay() {
    #expect(
      network(isDeep: true, drops: false, turns: 2).parameters.map { $0.name } == [
        "layers.0.weights", "layers.0.bias", "layers.1.0.weights", "layers.1.0.bias",
        "layers.1.1.weights", "layers.1.1.bias", "layers.2.0.0.body.weights",
        "layers.2.0.0.body.bias", "layers.2.1.0.body.weights", "layers.2.1.0.body.bias",
        "layers.4.weights", "layers.4.bias",
      ])
    #expect(
      network(isDeep: false, drops: true, turns: 0).parameters.map { $0.name } == [
        "layers.0.weights", "layers.0.bias", "layers.4.weights", "layers.4.bias",
      ])
  }

  @Test func theResultIsThatOfTheSameLayersInARow() {
    var generator = RandomNumbers(seed: 2)
    let first = Dense(from: 2, to: 4, activation: .tanh, using: &generator)
    let deep = [
      Dense(from: 4, to: 4, activation: .relu, using: &generator),
      Dense(from: 4, to: 4, using: &generator),
    ]
    let residuals = (0..<2).map { _ in Residual(Dense(from: 4, to: 4, using: &generator)) }
    let last = Dense(from: 4, to: 1, using: &generator)
    let hidden = tanh(residuals[1](residuals[0](deep[1](deep[0](first(x))))))
    #expect(network(isDeep: true, drops: false, turns: 2)(x) == last(hidden))
  }

  @Test(arguments: [true, false], [0, 1, 3])
  func gradientsAreRight(isDeep: Bool, turns: Int) {
    let network = network(isDeep: isDeep, drops: !isDeep, turns: turns)
    let check = checkGradients(at: network) { meanSquaredError($0(x), y) }
    #expect(check.maximumRelativeError < 1e-6, "\(check)")
  }

  @Test func aPlanTakesTheSameStepsAsTheEagerOne() {
    func losses<L: Layer>(_ network: L) -> Bool where L.Number == Double {
      var (eager, rule) = (network, Adam(learningRate: 0.01))
      var step = TrainingStep(model: network, optimizer: rule) { network, x, y in
        meanSquaredError(network(x), y)
      }
      for _ in 0..<6 {
        let (loss, slope) = valueWithGradient(at: eager) { meanSquaredError($0(x), y) }
        rule.update(&eager, along: slope)
        if step(x, y) != loss { return false }
      }
      return step.isReplayed && step.model.flattenedParameters == eager.flattenedParameters
    }
    #expect(losses(network(isDeep: true, drops: false, turns: 2)))
    #expect(losses(network(isDeep: false, drops: true, turns: 1)))
    #expect(losses(AnyLayer(network(isDeep: true, drops: true, turns: 1))))
  }

  @Test func aRowOfNothingElsePassesItsInputOn() {
    let nothing = Sequential { if x.rank == 1 { Activate<Double>(.tanh) } }
    #expect(nothing(x) == x)
    #expect(nothing.parameters.isEmpty && nothing.saturationRange == nil)
    let something = Sequential { if x.rank == 2 { Activate<Double>(.tanh) } }
    #expect(something(x) == tanh(x) && something.saturationRange == -1...1)
  }
}
