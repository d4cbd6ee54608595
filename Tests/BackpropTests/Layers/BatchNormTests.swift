import Backprop
import Testing

@Suite struct BatchNormTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "batch norm in training": { inputs in
      var pass = Pass<Double>(.training)
      return layer(inputs)(inputs[0], in: &pass)
    },
    "batch norm in inference": { inputs in
      var layer = layer(inputs)
      layer.runningMean = Tensor([0.5, -1.5])
      layer.runningVariance = Tensor([0.75, 3])
      var pass = Pass<Double>(.inference)
      return layer(inputs[0], in: &pass)
    },
  ]

  private static func layer(_ inputs: [Tensor<Double>]) -> BatchNorm<Double> {
    var layer = BatchNorm(features: inputs[1].count)
    (layer.scale, layer.shift) = (inputs[1], inputs[2])
    return layer
  }

  /// The numbers of each feature of `[n, features, …]`.
  private func features(_ x: Tensor<Double>) -> [Tensor<Double>] {
    let order = [1, 0] + Array(2..<x.rank)
    return unstack(x.permuted(order)).map { $0.flattened }
  }

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test(arguments: Oracle.layerStates)
  func afterFiveStepsTheRunningStatisticsAndLossesMatchPyTorch(
    run: Oracle.LayerStates
  ) {
    var norm = BatchNorm(features: run.targets.shape[1])
    let targets = Tensor(run.targets)
    var optimizer = SGD(learningRate: 0.1)
    var training = Pass<Double>(.training)
    for (batch, expected) in zip(run.batches, run.steps) {
      let x = Tensor(batch)
      let (loss, gradient) = valueWithGradient(at: &norm, in: &training) { norm, pass in
        meanSquaredError(norm(x, in: &pass), targets)
      }
      optimizer.update(&norm, along: gradient)
      #expect((loss - expected.loss).magnitude < 1e-13)
      #expect(norm.scale.isClose(to: Tensor(expected.scale), tolerance: 1e-13))
      #expect(norm.shift.isClose(to: Tensor(expected.shift), tolerance: 1e-13))
      #expect(norm.runningMean.isClose(to: Tensor(expected.runningMean), tolerance: 1e-14))
      #expect(norm.runningVariance.isClose(to: Tensor(expected.runningVariance), tolerance: 1e-14))
      let later = meanSquaredError(norm(x), targets).item
      #expect((later / expected.lossInInference - 1).magnitude < 1e-12)
    }
  }

  @Test(arguments: [[5, 3], [2, 1], [3, 2, 4, 5], [1, 3, 2, 1]])
  func inTrainingEachFeatureHasMean0AndVariance1(shape: [Int]) {
    var norm = BatchNorm(features: shape[1], epsilon: 1e-12)
    var pass = Pass<Double>(.training)
    let x = unnormalizedNumbers(shape)
    for feature in features(norm(x, in: &pass)) {
      #expect(feature.mean().item.magnitude < 1e-12)
      #expect((square(feature).mean().item - 1).magnitude < 1e-9)
    }
    norm.scale = norm.scale * 3
    norm.shift = norm.shift - 2
    for feature in features(norm(x, in: &pass)) {
      #expect((feature.mean().item + 2).magnitude < 1e-12)
      #expect((square(feature + 2).mean().item - 9).magnitude < 1e-8)
    }
  }

  @Test func inferenceCountsEachExampleByItselfTrainingDoesNot() {
    let norm = BatchNorm(features: 3)
    let x = unnormalizedNumbers([4, 3])
    #expect(norm(x)[1..<2] == norm(x[1..<2]))
    var pass = Pass<Double>(.training)
    #expect(norm(x, in: &pass)[0..<2] != norm(x[0..<2], in: &pass))
  }

  @Test func aBatchWithoutExamplesPassesInference() {
    #expect(BatchNorm(features: 3)(.zeros([0, 3])).shape == [0, 3])
    #expect(BatchNorm(features: 3)(.zeros([2, 3, 0, 4])).shape == [2, 3, 0, 4])
  }

  @Test func aConstantFeatureDoesNotDivideByZero() {
    var pass = Pass<Double>(.training)
    #expect(BatchNorm(features: 1)(.ones([4, 1]), in: &pass) == .zeros([4, 1]))
  }

  @Test func runningStatisticsAreStates() {
    let norm = BatchNorm(features: 2)
    #expect(norm.parameters.map(\.name) == ["scale", "shift"])
    #expect(norm.states.map(\.name) == ["runningMean", "runningVariance"])
  }

  @Test func theRunningValuesMoveByTheRate() {
    // The batch's mean is 2 and its unbiased variance 2; they move from 0 and 1 by a quarter.
    var norm = BatchNorm(features: 1, rate: 0.25)
    var pass = Pass<Double>(.training)
    _ = valueWithGradient(at: &norm, in: &pass) { $0(Tensor([[1], [3]]), in: &$1).sum() }
    #expect(norm.runningMean == Tensor([0.5]))
    #expect(norm.runningVariance == Tensor([1.25]))
  }
}

/// Random numbers far from mean 0 and variance 1.
func unnormalizedNumbers(_ shape: [Int]) -> Tensor<Double> {
  var generator = RandomNumbers(seed: 4)
  return .normal(shape: shape, mean: 3, standardDeviation: 5, using: &generator)
}
