import Backprop
import Testing

@Suite struct CrossEntropyTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "crossEntropy labels in a tensor": { crossEntropy(logits: $0[0], labels: labels) },
    "crossEntropy labels in a tensor weighted smoothed": {
      crossEntropy(
        logits: $0[0], labels: labels, smoothing: 0.1, classWeights: Tensor([0.5, 2, 1.25]))
    },
  ]
  private static let labels = Tensor([[2.0, 0], [2, 1], [1, 1]])

  @Test(arguments: Oracle.layers(named: functions.keys))
  func ofLabelsInATensorValuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  let logits = Tensor([[2, -1, 0.5], [0.25, 3, -2]])
  private let random: Tensor<Double>
  private let targets: Tensor<Double>

  init() {
    var generator = RandomNumbers(seed: 13)
    random = .normal(shape: [7, 4], standardDeviation: 4, using: &generator)
    targets = softmax(.normal(shape: [7, 4], using: &generator))
  }

  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    a.isRelativelyClose(to: b, tolerance: 1e-14)
  }

  @Test func labelsAreDistributionsWithAllWeightOnOneClass() {
    let targets = Tensor([[0, 0, 1], [1, 0, 0]])
    for smoothing in [0, 0.125] {
      let a = crossEntropy(logits: logits, labels: [2, 0], smoothing: smoothing)
      let b = crossEntropy(logits: logits, targets: targets, smoothing: smoothing)
      #expect(a.isClose(to: b, tolerance: 1e-15))
    }
  }

  @Test func theDerivativeIsTheSoftmaxLessTheTargetsOverTheExamples() {
    let slope = gradient(at: logits) { crossEntropy(logits: $0, labels: [2, 0]) }
    let expected = (softmax(logits) - Tensor([[0, 0, 1], [1, 0, 0]])) / 2
    #expect(slope.isClose(to: expected, tolerance: 1e-15))
  }

  @Test func equalWeightsOfClassesChangeNothing() {
    let weighted = crossEntropy(
      logits: logits, labels: [2, 0], classWeights: Tensor([2, 2, 2]))
    #expect(weighted.isClose(to: crossEntropy(logits: logits, labels: [2, 0]), tolerance: 1e-15))
  }

  @Test func itIsFiniteWhereTheRightClassHasNoChance() {
    let far = Tensor([[-800, 800]])
    #expect(crossEntropy(logits: far, labels: [0]).item == 1600)
    #expect(gradient(at: far) { crossEntropy(logits: $0, labels: [0]) } == Tensor([[-1, 1]]))
  }

  @Test func anImpossibleClassCostsNothingUnlessItIsRight() {
    let barred = Tensor([[1, -Double.infinity, 0.5], [-Double.infinity, 3, -2]])
    let (loss, slope) = valueWithGradient(at: barred) { crossEntropy(logits: $0, labels: [2, 1]) }
    let two = crossEntropy(logits: Tensor([[1, 0.5], [3, -2]]), labels: [1, 0])
    #expect((loss - two.item).magnitude < 1e-15)
    #expect(slope[0, 1].item == 0 && slope[1, 0].item == 0)
    #expect(slope.scalars.allSatisfy { $0.isFinite })
    #expect(crossEntropy(logits: barred, labels: [1, 1]).item == .infinity)
    let targets = Tensor([[0.5, 0, 0.5], [0, 1, 0]])
    #expect(crossEntropy(logits: barred, targets: targets).item.isFinite)
    #expect(crossEntropy(logits: barred, labels: [2, 1], smoothing: 0.1).item == .infinity)
  }

  @Test func labelsInATensorGiveTheSameBitsAsInAnArray() {
    let (z, weights) = (logits, Tensor([0.5, 2, 1.25]))
    for smoothing in [0, 0.1] {
      for classWeights in [nil, weights] {
        let a = valueWithGradient(at: z) { z in
          crossEntropy(
            logits: z, labels: [2, 0], smoothing: smoothing, classWeights: classWeights)
        }
        let b = valueWithGradient(at: z) { z in
          crossEntropy(
            logits: z, labels: Tensor([2, 0]), smoothing: smoothing, classWeights: classWeights)
        }
        #expect(a == b)
      }
    }
  }

  @Test func aDerivativeReachesTheClassesWeights() {
    let report = checkGradients(at: Tensor([0.5, 2, 1.25])) { weights in
      crossEntropy(logits: logits, labels: [2, 0], classWeights: weights)
    }
    #expect(report.maximumRelativeError < 1e-7)
  }

  @Test func itDoesNotSeeAShiftOfAnExamplesLogits() {
    let shifted = random + Tensor([1, -2, 30, 0, 5, 0.5, -700]).reshaped([7, 1])
    let (a, b) = (
      crossEntropy(logits: random, targets: targets),
      crossEntropy(logits: shifted, targets: targets)
    )
    #expect(a.isRelativelyClose(to: b, tolerance: 1e-12))
    let slope = gradient(at: random) { crossEntropy(logits: $0, targets: targets) }
    #expect(slope.sum(axis: 1).isClose(to: .zeros([7]), tolerance: 1e-16))
  }

  @Test func itIsLeastWhereTheProbabilitiesAreTheTargets() {
    let best = log(targets)
    let entropy = -(targets * best).sum() / 7
    #expect(isClose(crossEntropy(logits: best, targets: targets), entropy))
    #expect(crossEntropy(logits: random, targets: targets).item > entropy.item)
    let slope = gradient(at: best) { crossEntropy(logits: $0, targets: targets) }
    #expect(slope.isClose(to: .zeros([7, 4]), tolerance: 1e-16))
  }

  @Test func aSmoothedLossIsAMixtureWithThatOfAllClassesAlike() {
    let uniform = Tensor(repeating: 0.25, shape: [7, 4])
    let smoothed = crossEntropy(logits: random, targets: targets, smoothing: 0.3)
    let mixture =
      0.7 * crossEntropy(logits: random, targets: targets)
      + 0.3 * crossEntropy(logits: random, targets: uniform)
    #expect(isClose(smoothed, mixture))
    #expect(
      isClose(
        crossEntropy(logits: random, targets: targets, smoothing: 1),
        crossEntropy(logits: random, targets: uniform)))
  }

  @Test func theOrderOfExamplesAndOfClassesDoesNotMatter() {
    let labels = [3, 0, 1, 1, 2, 0, 3]
    let order = [6, 2, 0, 5, 1, 4, 3]
    let mixed = gather(random, Tensor(order.map { Double($0) }))
    let weights = Tensor([1, 2, 0.5, 3])
    #expect(
      isClose(
        crossEntropy(logits: mixed, labels: order.map { labels[$0] }, classWeights: weights),
        crossEntropy(logits: random, labels: labels, classWeights: weights)))
    let classes = [2.0, 0, 3, 1]
    let places = [1, 3, 0, 2]
    #expect(
      isClose(
        crossEntropy(
          logits: gather(random.transposed, Tensor(classes)).transposed,
          labels: labels.map { places[$0] }, smoothing: 0.1),
        crossEntropy(logits: random, labels: labels, smoothing: 0.1)))
  }

  @Test func aWeightOf0LeavesAnExampleOutOneOf2CountsItTwice() {
    let labels = [0, 1, 2]
    let three = random[0..<3].slice(0..<3, axis: 1)
    let weights = Tensor([1.0, 0, 2])
    let again = gather(three, Tensor([0, 2, 2]))
    #expect(
      isClose(
        crossEntropy(logits: three, labels: labels, classWeights: weights),
        crossEntropy(logits: again, labels: [0, 2, 2])))
  }

  @Test func ofOneClassThereIsNothingToTell() {
    #expect(crossEntropy(logits: Tensor([[5.0], [-800]]), labels: [0, 0]).item == 0)
    let slope = gradient(at: Tensor([[5.0]])) { crossEntropy(logits: $0, labels: [0]) }
    #expect(slope == Tensor([[0]]))
  }

  @Test func withoutExamplesTheMeanIsNaN() {
    let empty = Tensor<Double>.zeros([0, 3])
    LossProperties(
      double: { crossEntropy(logits: $0, targets: $1, smoothing: 0.125) },
      single: { crossEntropy(logits: $0, targets: $1, smoothing: 0.125) }
    ).expectOfEmptyTensors(isSum: false, shapes: [[0, 3]])
    #expect(crossEntropy(logits: empty, labels: []).item.isNaN)
  }

  @Test func inFloatValuesAndDerivativesAreThoseOfDoubleToItsPrecision() {
    LossProperties(
      double: { crossEntropy(logits: $0, targets: $1, smoothing: 0.125) },
      single: { crossEntropy(logits: $0, targets: $1, smoothing: 0.125) }
    ).expectInFloat()
  }
}

extension CrossEntropyTests {
  @Test func aLogitThatIsInfiniteHasAllOfTheProbability() {
    let z = Tensor([[.infinity, 0.0, -.infinity], [1, -.infinity, 1]])
    #expect(softmax(z) == Tensor([[1, 0, 0], [0.5, 0, 0.5]]))
    #expect(crossEntropy(logits: z[0..<1], labels: [0]).item == 0)
    #expect(crossEntropy(logits: z[0..<1], labels: [1]).item == .infinity)
    #expect(crossEntropy(logits: z[0..<1], targets: Tensor([[1.0, 0, 0]])).item == 0)
    #expect(
      gradient(at: z) { crossEntropy(logits: $0, labels: [1, 0]) }
        == Tensor([[0.5, -0.5, 0], [-0.25, 0, 0.25]]))
    let two = Tensor([[Double.infinity, .infinity, 0]])
    #expect(softmax(two) == Tensor([[0.5, 0.5, 0]]))
    #expect((crossEntropy(logits: two, labels: [0]).item - 0.6931471805599453).magnitude < 1e-15)
    // What no number is larger than says nothing.
    #expect(softmax(Tensor([[-Double.infinity, -.infinity]])).scalars.allSatisfy { $0.isNaN })
  }
}
