import Backprop
import Testing

@Suite struct AbsoluteErrorTests {
  private let losses: [(isSum: Bool, properties: LossProperties)] = [
    (
      true,
      LossProperties(double: { sumAbsoluteError($0, $1) }, single: { sumAbsoluteError($0, $1) })
    ),
    (
      false,
      LossProperties(double: { meanAbsoluteError($0, $1) }, single: { meanAbsoluteError($0, $1) })
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

  @Test func itIsTheSumOrMeanOfDistances() {
    let (predictions, targets) = (Tensor([1.0, -2, 5]), Tensor([2.0, -2, 2]))
    #expect(sumAbsoluteError(predictions, targets).item == 4)
    #expect(meanAbsoluteError(Tensor([1.0, 5]), Tensor([2.0, 2])).item == 2)
    #expect(isClose(15 * meanAbsoluteError(p, y), sumAbsoluteError(p, y)))
  }

  @Test func theDerivativeIsTheSignOfTheDifferenceAndZeroWithoutOne() {
    let (predictions, targets) = (Tensor([1.0, -2, 5, 0]), Tensor([2.0, -2, 2, 3]))
    #expect(gradient(at: predictions) { sumAbsoluteError($0, targets) } == Tensor([-1, 0, 1, -1]))
    let mean = gradient(at: predictions) { meanAbsoluteError($0, targets) }
    #expect(mean == Tensor([-0.25, 0, 0.25, -0.25]))
  }

  @Test func equalTensorsHaveNoErrorAndOthersTheSameBothWays() {
    for loss in losses.map({ $0.properties.double }) {
      #expect(loss(p, p) == Tensor(0))
      #expect(loss(p, y) == loss(y, p))
      #expect(loss(p, y).item > 0)
    }
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
