import Backprop
import Testing

@Suite struct ParameterGroupsTests {
  private func network() -> Network<Double> {
    var generator = RandomNumbers(seed: 2)
    return Network(sizes: [2, 3, 1], activation: .tanh, using: &generator)
  }

  private let x = Tensor([[0.5, -1], [2, 0.25]])
  private let y = Tensor([[1.0], [-1]])

  @Test func frozenParametersKeepTheirBitsUnderAdamW() {
    let start = network()
    var model = start
    var optimizer = ParameterGroups(
      of: model, AdamW(learningRate: 0.1, weightDecay: 0.5), freezing: { $0.hasPrefix("layers.0") })
    for _ in 0..<5 {
      optimizer.update(&model, along: gradient(at: model) { meanSquaredError($0(x), y) })
    }
    for ((name, before), (_, after)) in zip(start.parameters, model.parameters) {
      #expect((before == after) == name.hasPrefix("layers.0"), "\(name)")
    }
  }

  @Test func aGroupMovesAsItsOptimizerWouldByItself() {
    var model = network()
    var (first, second) = (model, model)
    var groups = ParameterGroups(
      of: model, [AdamW(learningRate: 0.1), AdamW(learningRate: 0.01, weightDecay: 0)]
    ) { $0.hasSuffix("bias") ? 1 : 0 }
    var (weights, biases) = (AdamW(learningRate: 0.1), AdamW(learningRate: 0.01, weightDecay: 0))
    for _ in 0..<4 {
      let slope = gradient(at: model) { meanSquaredError($0(x), y) }
      groups.update(&model, along: slope)
      weights.update(&first, along: slope)
      biases.update(&second, along: slope)
    }
    for (index, (name, value)) in model.parameters.enumerated() {
      let expected = name.hasSuffix("bias") ? second : first
      #expect(value == expected.parameters[index].value, "\(name)")
    }
  }

  @Test func theLearningRatesKeepTheirRatio() {
    var groups = ParameterGroups(
      of: network(), [SGD(learningRate: 0.5), SGD(learningRate: 0.125)]
    ) { _ in 0 }
    #expect(groups.learningRate == 0.5)
    groups.learningRate = 1
    #expect(groups.groups.map(\.learningRate) == [1, 0.25])
    groups.learningRate = 0
    groups.learningRate = 2
    #expect(groups.groups.map(\.learningRate) == [2, 2])
  }

  @Test func theStateIsThatOfTheGroups() {
    var model = network()
    var groups = ParameterGroups(of: model, [Adam(), Adam()]) { $0.hasSuffix("bias") ? 1 : nil }
    groups.update(&model, along: model)
    var names: [String] = []
    var visitor = OptimizerStateVisitor<Double>(
      tensors: { name, _ in names.append(name) }, counts: { name, _ in names.append(name) })
    groups.visitState(&visitor)
    #expect(
      names == [
        "0.meanGradient", "0.meanSquare", "0.steps", "1.meanGradient", "1.meanSquare", "1.steps",
      ])
    #expect(groups.settings.first?.name == "0.momentum")
  }

  @Test func aReplayedStepHasTheSameBits() {
    let groups = ParameterGroups(of: network(), AdamW(), freezing: { $0.hasSuffix("bias") })
    var step = TrainingStep(model: network(), optimizer: groups) { model, x, y in
      meanSquaredError(model(x), y)
    }
    var (model, optimizer) = (network(), groups)
    for _ in 0..<5 {
      let slope = gradient(at: model) { meanSquaredError($0(x), y) }
      optimizer.update(&model, along: slope)
      _ = step(x, y)
      #expect(step.model.parameters.map(\.value) == model.parameters.map(\.value))
    }
    #expect(step.isReplayed)
  }

  private static let sentences = [
    "There is no group of parameters.", "There is no group 3 of 1 for layers.0.weights.",
    "These are groups of 1 parameters, not of 4.",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 2)
      var model = Network<Double>(sizes: [2, 3, 1], activation: .tanh, using: &generator)
      switch number {
      case 0: _ = ParameterGroups(of: model, [SGD<Double>]()) { _ in 0 }
      case 1: _ = ParameterGroups(of: model, [SGD(learningRate: 0.1)]) { _ in 3 }
      default:
        var groups = ParameterGroups(of: Tensor([1.0]), [SGD(learningRate: 0.1)]) { _ in 0 }
        groups.update(&model, along: model)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("ParameterGroupsTests.swift:"))
  }
}
