import Backprop
import Testing

@Suite struct BinaryCrossEntropyTests {
  private let losses: [(isSum: Bool, properties: LossProperties)] = [
    (
      false,
      LossProperties(
        double: { binaryCrossEntropy(logits: $0, targets: $1) },
        single: { binaryCrossEntropy(logits: $0, targets: $1) })
    ),
    (
      false,
      LossProperties(
        double: { binaryCrossEntropy(logits: $0, targets: $1, positiveWeight: 3) },
        single: { binaryCrossEntropy(logits: $0, targets: $1, positiveWeight: 3) })
    ),
  ]
  private let p: Tensor<Double>
  private let y: Tensor<Double>

  init() {
    var generator = RandomNumbers(seed: 13)
    p = .normal(shape: [5, 3], standardDeviation: 3, using: &generator)
    y = .uniform(in: 0...1, shape: [5, 3], using: &generator)
  }

  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    a.isRelativelyClose(to: b, tolerance: 1e-14)
  }

  @Test func itIsTheSameWithBothClassesExchanged() {
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y), binaryCrossEntropy(logits: -p, targets: 1 - y)))
  }

  @Test func weightsOfOneChangeNothing() {
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y),
        binaryCrossEntropy(logits: p, targets: y, positiveWeight: 1)))
    #expect(
      isClose(
        binaryCrossEntropy(logits: p, targets: y, weights: .ones([5, 3])),
        binaryCrossEntropy(logits: p, targets: y)))
  }

  @Test func aWeightedSumIsDividedByTheCountOfNumbers() {
    let weights = Tensor([[1.0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]])
    let first = binaryCrossEntropy(logits: p[0, 0], targets: y[0, 0], positiveWeight: 2)
    let weighted = binaryCrossEntropy(
      logits: p, targets: y, weights: weights, positiveWeight: 2)
    #expect(isClose(15 * weighted, first))
  }

  @Test func itIsThatOfTwoClassesOneLogitZero() {
    let z = Tensor([[1.5], [-0.5]])
    let two = concatenated([Tensor<Double>.zeros([2, 1]), z], axis: 1)
    let binary = binaryCrossEntropy(logits: z, targets: Tensor([[1], [0]]))
    #expect(binary.isClose(to: crossEntropy(logits: two, labels: [1, 0]), tolerance: 1e-15))
  }

  @Test func theDerivativeIsTheSigmoidLessTheTargetOverTheCount() {
    let slope = gradient(at: p) { binaryCrossEntropy(logits: $0, targets: y) }
    #expect(slope.isClose(to: (sigmoid(p) - y) / 15, tolerance: 1e-16))
  }

  @Test func farLogitsOverflowNowhere() {
    let far = Tensor([800.0, -800])
    #expect(binaryCrossEntropy(logits: far, targets: Tensor([1.0, 0])).item == 0)
    #expect(binaryCrossEntropy(logits: far, targets: Tensor([0.0, 1])).item == 800)
  }

  @Test func ofEmptyTensorsASumIsZeroAndAMeanNaN() {
    for loss in losses { loss.properties.expectOfEmptyTensors(isSum: loss.isSum) }
  }

  @Test func aScalarIsOneNumber() {
    for loss in losses { loss.properties.expectOfScalars() }
  }

  @Test func inFloatValuesAndDerivativesAreThoseOfDoubleToItsPrecision() {
    for loss in losses { loss.properties.expectInFloat() }
  }
}

extension BinaryCrossEntropyTests {
  @Test(arguments: [Double.infinity, -Double.infinity], [0.0, 0.25, 1.0] as [Double])
  func infiniteLogitsCostNothingWhereTheyAreRightAndElseEverything(logit: Double, target: Double) {
    let right = target == (logit > 0 ? 1 : 0)
    let (z, y) = (Tensor([logit, 0.5]), Tensor([target, 1]))
    let ones = Tensor([1.0, 1])
    func losses(_ z: Tensor<Double>) -> [Tensor<Double>] {
      [
        binaryCrossEntropy(logits: z, targets: y),
        binaryCrossEntropy(logits: z, targets: y, positiveWeight: 1),
        binaryCrossEntropy(logits: z, targets: y, weights: ones),
      ]
    }
    let rest = softplus(Tensor([-0.5])).item / 2
    for (index, loss) in losses(z).enumerated() {
      #expect(
        right ? (loss.item - rest).magnitude < 1e-15 : loss.item == .infinity, "form \(index)")
      let slope = gradient(at: z) { losses($0)[index] }
      #expect(slope[0].item == ((logit > 0 ? 1 : 0) - target) / 2, "form \(index)")
    }
    let nothing = binaryCrossEntropy(logits: z, targets: y, weights: Tensor([0, 0]))
    #expect(nothing.item == 0)
  }

  @Test func infiniteLogitsHaveTheSameBitsInAPlan() {
    let y = Tensor([0.0, 1, 0, 1, 0.5])
    let z = Tensor([Double.infinity, .infinity, -.infinity, -.infinity, 3])
    let w = Tensor.zeros([5])
    var step = TrainingStep(model: w, optimizer: SGD(learningRate: 0)) { w, z, y in
      binaryCrossEntropy(logits: w + z, targets: y)
        + binaryCrossEntropy(
          logits: z, targets: y, positiveWeight: 2)
    }
    for _ in 0..<4 { #expect(step(z, y) == .infinity) }
    for _ in 0..<4 { #expect(step(Tensor([-Double.infinity, .infinity, 1, 2, 3]), y).isFinite) }
  }
}
