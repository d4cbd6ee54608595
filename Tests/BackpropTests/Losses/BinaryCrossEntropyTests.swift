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
