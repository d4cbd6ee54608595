import Foundation
import Testing

@testable import Backprop

@Suite struct MuonTests {
  /// Steps on a matrix, by `Oracles/muon.py`.
  struct Example: Decodable, CustomStringConvertible {
    let shape: [Int]
    let learningRate: Double
    let momentum: Double
    let weightDecay: Double
    let start: [Double]
    let gradients: [[Double]]
    let end: [Double]

    var description: String { "\(shape) by \(learningRate)" }

    var optimizer: Muon<Double> {
      Muon(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay)
    }
  }

  static let examples: [Example] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/muon.json")
    do {
      return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
    } catch {
      fatalError("\(file.path): \(error)")
    }
  }()

  @Test(arguments: examples)
  func itsStepsAreThoseOfPyTorchsRuleInDouble(example: Example) {
    var (optimizer, parameters) = (
      example.optimizer, [Tensor(shape: example.shape, scalars: example.start)]
    )
    for gradient in example.gradients {
      optimizer.update(&parameters, along: [Tensor(shape: example.shape, scalars: gradient)])
    }
    let end = Tensor(shape: example.shape, scalars: example.end)
    #expect(parameters[0].isRelativelyClose(to: end))
  }

  @Test func aStepIsNearlyOrthogonal() {
    var generator = RandomNumbers(seed: 4)
    for shape in [[4, 4], [3, 8], [8, 3]] {
      var (optimizer, parameters) = (Muon<Double>(learningRate: 1), [Tensor<Double>.zeros(shape)])
      let gradient = Tensor<Double>.normal(shape: shape, using: &generator) * 1e3
      optimizer.update(&parameters, along: [gradient])
      let scale = max(1, Double(shape[0]) / Double(shape[1])).squareRoot()
      let step = parameters[0] / scale
      let gram =
        shape[0] > shape[1] ? matmul(step.transposed, step) : matmul(step, step.transposed)
      // The squares of the singular values: from 0.7 to 1.2, as the iteration's authors say.
      let squares = symmetricEigenvalues(gram)
      #expect(squares.allSatisfy { $0 > 0.45 && $0 < 1.5 }, "\(squares)")
    }
  }

  @Test func whatIsNoMatrixGoesByAdamW() {
    let others = AdamW<Double>(learningRate: 0.1, weightDecay: 0.05)
    #expect(afterFiveSteps(Muon(others: others)) == afterFiveSteps(others))
    expectAllShapesMove(Muon(learningRate: 0.1, others: AdamW(learningRate: 0.1)))
  }

  @Test func itsLearningRateTakesThatOfTheOthersAlong() {
    var optimizer = Muon<Double>(learningRate: 0.5, others: AdamW(learningRate: 0.25))
    optimizer.learningRate = 0.125
    #expect(optimizer.others.learningRate == 0.0625)
  }

  @Test func replayedItHasTheSameBits() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(sizes: [3, 5, 2], activation: .tanh, using: &generator)
    let x = Tensor<Double>.normal(shape: [6, 3], using: &generator)
    let y = Tensor<Double>.normal(shape: [6, 2], using: &generator)
    var step = TrainingStep(model: network, optimizer: Muon()) { meanSquaredError($0($1), $2) }
    var (model, optimizer) = (network, Muon<Double>())
    for _ in 0..<5 {
      let (loss, gradient) = valueWithGradient(at: model) { meanSquaredError($0(x), y) }
      optimizer.update(&model, along: gradient)
      #expect(step(x, y) == loss)
    }
    #expect(step.isReplayed)
    #expect(step.model.parameterValues == model.parameterValues)
  }

  @Test func givenAnothersStateItGoesOnWithTheSameBits() {
    expectResumable(Muon(others: AdamW(learningRate: 0.1))) {
      $1.velocity = $0.velocity
      $1.others = $0.others
    }
    #expect(
      stateNames(Muon<Double>()) == [
        "velocity", "others.meanGradient", "others.meanSquare", "others.steps",
      ])
    #expect(
      Muon<Double>().settings.map(\.name).prefix(3) == [
        "momentum", "weightDecay", "others.weightDecay",
      ])
  }

  @Test func anEmptyMatrixAndOneOfZerosStay() {
    var (optimizer, parameters) = (
      Muon<Double>(), [Tensor<Double>.zeros([0, 3]), Tensor.zeros([2, 3])]
    )
    optimizer.update(&parameters, along: parameters)
    #expect(parameters == [Tensor.zeros([0, 3]), Tensor.zeros([2, 3])])
  }

  @Test func settingsThatCannotBeMeantTrap() async {
    await #expect(processExitsWith: .failure) { _ = Muon<Double>(momentum: 1) }
    await #expect(processExitsWith: .failure) { _ = Muon<Double>(weightDecay: -1) }
    await #expect(processExitsWith: .failure) { _ = Muon<Double>(learningRate: 0) }
    await #expect(processExitsWith: .failure) { _ = Muon<Double>(learningRate: .nan) }
  }
}
