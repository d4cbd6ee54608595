import Backprop
import Testing

@Suite struct HuberErrorTests {
  private let losses: [(isSum: Bool, properties: LossProperties)] = [
    (true, LossProperties(double: { sumHuberError($0, $1) }, single: { sumHuberError($0, $1) })),
    (false, LossProperties(double: { meanHuberError($0, $1) }, single: { meanHuberError($0, $1) })),
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

  @Test func itIsHalfTheSquaredErrorNearZeroAndItsSlopeEndsAtTheThreshold() {
    let zero = Tensor([0.0, 0, 0, 0])
    let p = Tensor([0.5, -1, 3, -1e12])
    #expect(sumHuberError(p, zero, threshold: 1).item == 0.125 + 0.5 + 2.5 + (1e12 - 0.5))
    #expect(gradient(at: p) { sumHuberError($0, zero) } == Tensor([0.5, -1, 1, -1]))
    #expect(meanHuberError(p, zero) == sumHuberError(p, zero) / 4)
    #expect(sumHuberError(p, zero, threshold: 1e13) == halfSquaredError(p, zero))
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
