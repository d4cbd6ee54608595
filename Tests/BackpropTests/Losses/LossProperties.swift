import Backprop
import Testing

/// What each loss is held to: one of empty tensors, of a scalar, and in Float.
struct LossProperties {
  /// A loss of predictions and targets in both types of numbers.
  let double: (Tensor<Double>, Tensor<Double>) -> Tensor<Double>
  let single: (Tensor<Float>, Tensor<Float>) -> Tensor<Float>

  /// The value of empty tensors is zero for a sum and NaN for a mean, and the derivative is empty.
  func expectOfEmptyTensors(
    isSum: Bool, shapes: [[Int]] = [[0], [0, 3]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for shape in shapes {
      let empty = Tensor<Double>.zeros(shape)
      let value = double(empty, empty).item
      #expect(isSum ? value == 0 : value.isNaN, sourceLocation: sourceLocation)
      let slope = gradient(at: empty) { double($0, empty) }
      #expect(slope.shape == shape, sourceLocation: sourceLocation)
    }
  }

  /// A scalar counts as one number.
  func expectOfScalars(sourceLocation: SourceLocation = #_sourceLocation) {
    let (p, y) = (Tensor(0.25), Tensor(1.0))
    let one = double(p.reshaped([1]), y.reshaped([1]))
    #expect(double(p, y) == one, sourceLocation: sourceLocation)
  }

  /// Values and derivatives in Float are those of Double to its precision, far numbers included.
  func expectInFloat(sourceLocation: SourceLocation = #_sourceLocation) {
    let p: [Float] = [0.5, -1.25, 3, -800, 800, 0.75]
    let y: [Float] = [1, 0, 0.5, 0, 1, 0.25]
    func isClose(_ a: Float, _ b: Double) -> Bool {
      (Double(a) - b).magnitude <= 1e-5 * max(1, b.magnitude)
    }
    let targets = (single: Tensor<Float>(y), double: Tensor(y.map { Double($0) }))
    let (value, slope) = valueWithGradient(at: Tensor<Float>(p)) { single($0, targets.single) }
    let (other, otherSlope) = valueWithGradient(at: Tensor(p.map { Double($0) })) {
      double($0, targets.double)
    }
    #expect(isClose(value, other), sourceLocation: sourceLocation)
    for (a, b) in zip(slope.scalars, otherSlope.scalars) {
      #expect(isClose(a, b), sourceLocation: sourceLocation)
    }
  }
}
