import Backprop
import Testing

@Suite struct SquaredErrorTests {
  private let losses: [(isSum: Bool, properties: LossProperties)] = [
    (
      true, LossProperties(double: { sumSquaredError($0, $1) }, single: { sumSquaredError($0, $1) })
    ),
    (
      true,
      LossProperties(double: { halfSquaredError($0, $1) }, single: { halfSquaredError($0, $1) })
    ),
    (
      false,
      LossProperties(double: { meanSquaredError($0, $1) }, single: { meanSquaredError($0, $1) })
    ),
    (
      false,
      LossProperties(
        double: { halfMeanSquaredError($0, $1) }, single: { halfMeanSquaredError($0, $1) })
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

  @Test func theFourFactorsAreWhatTheirNamesSay() {
    let (predictions, targets) = (Tensor([1.0, -2, 5, 0]), Tensor([2.0, -2, 2, 0]))
    #expect(sumSquaredError(predictions, targets).item == 10)
    #expect(halfSquaredError(predictions, targets).item == 5)
    #expect(meanSquaredError(predictions, targets).item == 2.5)
    #expect(halfMeanSquaredError(predictions, targets).item == 1.25)
    #expect(isClose(2 * halfSquaredError(p, y), sumSquaredError(p, y)))
    #expect(isClose(15 * meanSquaredError(p, y), sumSquaredError(p, y)))
    #expect(isClose(2 * halfMeanSquaredError(p, y), meanSquaredError(p, y)))
  }

  @Test func theDerivativeIsTheDifferenceTimesTheFactor() {
    let (predictions, targets) = (Tensor([1.0, -2, 5, 0]), Tensor([2.0, -2, 2, 0]))
    let difference = Tensor([-1.0, 0, 3, 0])
    #expect(gradient(at: predictions) { sumSquaredError($0, targets) } == 2 * difference)
    #expect(gradient(at: predictions) { halfSquaredError($0, targets) } == difference)
    #expect(gradient(at: predictions) { meanSquaredError($0, targets) } == 0.5 * difference)
    #expect(gradient(at: predictions) { halfMeanSquaredError($0, targets) } == 0.25 * difference)
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
