import Backprop
import Testing

/// What holds of losses at any predictions.
@Suite struct LossPropertyTests {
  private let logits: Tensor<Double>
  private let targets: Tensor<Double>
  private let p: Tensor<Double>
  private let y: Tensor<Double>

  init() {
    var generator = RandomNumbers(seed: 13)
    logits = .normal(shape: [7, 4], standardDeviation: 4, using: &generator)
    targets = softmax(.normal(shape: [7, 4], using: &generator))
    p = .normal(shape: [5, 3], standardDeviation: 3, using: &generator)
    y = .uniform(in: 0...1, shape: [5, 3], using: &generator)
  }

  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    a.isRelativelyClose(to: b, tolerance: 1e-14)
  }

  @Test func crossEntropyDoesNotSeeAShiftOfAnExamplesLogits() {
    let shifted = logits + Tensor([1, -2, 30, 0, 5, 0.5, -700]).reshaped([7, 1])
    let (a, b) = (
      crossEntropy(logits: logits, targets: targets),
      crossEntropy(logits: shifted, targets: targets)
    )
    #expect(a.isRelativelyClose(to: b, tolerance: 1e-12))
    let slope = gradient(at: logits) { crossEntropy(logits: $0, targets: targets) }
    #expect(slope.sum(axis: 1).isClose(to: .zeros([7]), tolerance: 1e-16))
  }

  @Test func crossEntropyIsLeastWhereTheProbabilitiesAreTheTargets() {
    let best = log(targets)
    let entropy = -(targets * best).sum() / 7
    #expect(isClose(crossEntropy(logits: best, targets: targets), entropy))
    #expect(crossEntropy(logits: logits, targets: targets).item > entropy.item)
    let slope = gradient(at: best) { crossEntropy(logits: $0, targets: targets) }
    #expect(slope.isClose(to: .zeros([7, 4]), tolerance: 1e-16))
  }

  @Test func aSmoothedLossIsAMixtureWithThatOfAllClassesAlike() {
    let uniform = Tensor(repeating: 0.25, shape: [7, 4])
    let smoothed = crossEntropy(logits: logits, targets: targets, smoothing: 0.3)
    let mixture =
      0.7 * crossEntropy(logits: logits, targets: targets)
      + 0.3 * crossEntropy(logits: logits, targets: uniform)
    #expect(isClose(smoothed, mixture))
    #expect(
      isClose(
        crossEntropy(logits: logits, targets: targets, smoothing: 1),
        crossEntropy(logits: logits, targets: uniform)))
  }

  @Test func theOrderOfExamplesAndOfClassesDoesNotMatter() {
    let labels = [3, 0, 1, 1, 2, 0, 3]
    let order = [6, 2, 0, 5, 1, 4, 3]
    let mixed = gather(logits, Tensor(order.map { Double($0) }))
    let weights = Tensor([1, 2, 0.5, 3])
    #expect(
      isClose(
        crossEntropy(logits: mixed, labels: order.map { labels[$0] }, classWeights: weights),
        crossEntropy(logits: logits, labels: labels, classWeights: weights)))
    let classes = [2.0, 0, 3, 1]
    let places = [1, 3, 0, 2]
    #expect(
      isClose(
        crossEntropy(
          logits: gather(logits.transposed, Tensor(classes)).transposed,
          labels: labels.map { places[$0] }, smoothing: 0.1),
        crossEntropy(logits: logits, labels: labels, smoothing: 0.1)))
  }

  @Test func aWeightOf0LeavesAnExampleOutOneOf2CountsItTwice() {
    let labels = [0, 1, 2]
    let three = logits[0..<3].slice(0..<3, axis: 1)
    let weights = Tensor([1.0, 0, 2])
    let again = gather(three, Tensor([0, 2, 2]))
    #expect(
      isClose(
        crossEntropy(logits: three, labels: labels, classWeights: weights),
        crossEntropy(logits: again, labels: [0, 2, 2])))
  }

  @Test func binaryCrossEntropyIsTheSameWithBothClassesExchanged() {
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y), binaryCrossEntropy(logits: -p, targets: 1 - y)))
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y),
        binaryCrossEntropy(logits: p, targets: y, positiveWeight: 1)))
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y, weights: .ones([5, 3])),
        binaryCrossEntropy(logits: p, targets: y)))
  }

  @Test func theFactorsOfTheSquaredAndAbsoluteErrorAreWhatTheirNamesSay() {
    #expect(isClose(2 * halfSquaredError(p, y), sumSquaredError(p, y)))
    #expect(isClose(15 * meanSquaredError(p, y), sumSquaredError(p, y)))
    #expect(isClose(2 * halfMeanSquaredError(p, y), meanSquaredError(p, y)))
    #expect(isClose(15 * meanAbsoluteError(p, y), sumAbsoluteError(p, y)))
    #expect(isClose(15 * meanHuberError(p, y), sumHuberError(p, y)))
  }

  @Test func anErrorIsNoneWhereNothingDiffersAndTheSameBothWays() {
    let errors: [(Tensor<Double>, Tensor<Double>) -> Tensor<Double>] = [
      { sumSquaredError($0, $1) }, { halfSquaredError($0, $1) }, { meanSquaredError($0, $1) },
      { halfMeanSquaredError($0, $1) }, { sumAbsoluteError($0, $1) },
      { meanAbsoluteError($0, $1) }, { sumHuberError($0, $1) }, { meanHuberError($0, $1) },
    ]
    for error in errors {
      #expect(error(p, p) == Tensor(0))
      #expect(error(p, y) == error(y, p))
      #expect(error(p, y).item > 0)
    }
  }

  @Test func theLossLiesBelowHalfTheSquaredErrorAndTheAbsoluteErrorsLine() {
    for threshold in [0.01, 0.5, 1, 20] {
      let huber = sumHuberError(p, y, threshold: threshold).item
      #expect(huber <= halfSquaredError(p, y).item * (1 + 1e-15))
      #expect(huber <= threshold * sumAbsoluteError(p, y).item)
    }
    // For a small threshold it is that line.
    let line = 1e-9 * sumAbsoluteError(p, y)
    #expect(sumHuberError(p, y, threshold: 1e-9).isRelativelyClose(to: line, tolerance: 1e-7))
  }
}
