import Backprop
import Testing

/// Losses of empty tensors, of one number, and in Float.
@Suite struct EmptyLossTests {
  private static let names = [
    "sumSquaredError", "halfSquaredError", "sumAbsoluteError", "sumHuberError", "meanSquaredError",
    "halfMeanSquaredError", "meanAbsoluteError", "meanHuberError", "binaryCrossEntropy",
    "binaryCrossEntropy weighted", "crossEntropy",
  ]

  private func loss<S: Scalar>(
    _ name: String, _ p: Tensor<S>, _ y: Tensor<S>
  ) -> Tensor<S> {
    switch name {
    case "sumSquaredError": sumSquaredError(p, y)
    case "halfSquaredError": halfSquaredError(p, y)
    case "sumAbsoluteError": sumAbsoluteError(p, y)
    case "sumHuberError": sumHuberError(p, y)
    case "meanSquaredError": meanSquaredError(p, y)
    case "halfMeanSquaredError": halfMeanSquaredError(p, y)
    case "meanAbsoluteError": meanAbsoluteError(p, y)
    case "meanHuberError": meanHuberError(p, y)
    case "binaryCrossEntropy": binaryCrossEntropy(logits: p, targets: y)
    case "binaryCrossEntropy weighted":
      binaryCrossEntropy(logits: p, targets: y, positiveWeight: 3)
    case "crossEntropy": crossEntropy(logits: p, targets: y, smoothing: 0.125)
    case "softmax": (softmax(p) * y).sum()
    default: (logSoftmax(p) * y).sum()
    }
  }

  @Test func theSumOverAnEmptyTensorIsZeroAndTheMeanNaN() {
    for name in Self.names {
      for shape in [[0], [0, 3]] {
        if name == "crossEntropy" && shape == [0] { continue }
        let none = Tensor<Double>.zeros(shape)
        let value = loss(name, none, none).item
        #expect(name.hasPrefix("sum") || name == "halfSquaredError" ? value == 0 : value.isNaN)
        #expect(gradient(at: none) { loss(name, $0, none) }.shape == shape)
      }
    }
    let noLogits = Tensor<Double>.zeros([0, 3])
    #expect(crossEntropy(logits: noLogits, labels: []).item.isNaN)
  }

  @Test func ofOneClassThereIsNothingToTell() {
    #expect(crossEntropy(logits: Tensor([[5.0], [-800]]), labels: [0, 0]).item == 0)
    let slope = gradient(at: Tensor([[5.0]])) { crossEntropy(logits: $0, labels: [0]) }
    #expect(slope == Tensor([[0]]))
  }

  @Test func aScalarIsOneNumber() {
    for name in Self.names where name != "crossEntropy" {
      let (p, y) = (Tensor(0.25), Tensor(1.0))
      let one = loss(name, p.reshaped([1]), y.reshaped([1]))
      #expect(loss(name, p, y) == one, "\(name)")
    }
  }

  @Test func inFloatLossesAndTheirDerivativesAreThoseOfDoubleToItsPrecision() {
    let p: [Float] = [0.5, -1.25, 3, -800, 800, 0.75]
    let y: [Float] = [1, 0, 0.5, 0, 1, 0.25]
    func isClose(_ a: Float, _ b: Double) -> Bool {
      (Double(a) - b).magnitude <= 1e-5 * max(1, b.magnitude)
    }
    let (single, targets) = (Tensor<Float>(p), Tensor<Float>(y))
    let (double, doubleTargets) = (
      Tensor(p.map { Double($0) }), Tensor(y.map { Double($0) })
    )
    for name in Self.names + ["softmax", "logSoftmax"] {
      let (value, slope) = valueWithGradient(at: single) { loss(name, $0, targets) }
      let (other, otherSlope) = valueWithGradient(at: double) { loss(name, $0, doubleTargets) }
      #expect(isClose(value, other))
      for (a, b) in zip(slope.scalars, otherSlope.scalars) { #expect(isClose(a, b)) }
    }
  }
}
