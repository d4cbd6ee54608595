import Backprop

/// A layer that subtracts a running mean, as batch norm does.
struct Centred: Layer {
  var scale = Tensor([2.0])
  var runningMean = Tensor([1.0])

  func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
    if pass.isTraining { pass.update(runningMean, to: 0.5 * runningMean + 0.5 * x.mean()) }
    return scale * (x - runningMean)
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
    visitor.visit("scale", &scale)
    visitor.visitState("runningMean", &runningMean)
  }
}

/// That layer, then a dense one.
struct CentredPair: Layer {
  var first = Centred()
  var second = Dense(weights: Tensor([[1, 2], [3, 4]]), bias: Tensor([5, 6]))

  func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
    pass.run("second", second, pass.run("first", first, x))
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
    visitor.visit("first", &first)
    visitor.visit("second", &second)
  }
}
