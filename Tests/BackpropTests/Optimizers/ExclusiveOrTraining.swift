import Backprop
import Testing

/// Fifty steps on exclusive or, against PyTorch's, as `Oracles/training.py` wrote them.
///
/// Expects every loss and the parameters after the last step; returns the optimizer with its state.
@discardableResult
func trainOnExclusiveOr<O: Optimizer<Double>>(
  _ optimizer: O, like oracle: Oracle.Training.Run,
  sourceLocation: SourceLocation = #_sourceLocation
) -> O {
  let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
  let y = Tensor([[0], [1], [1], [0]])
  let start = Oracle.training.exclusiveOr.start.map { Tensor($0) }
  var network = Network(
    Dense(weights: start[0], bias: start[1], activation: .tanh),
    Dense(weights: start[2], bias: start[3]))
  var optimizer = optimizer
  for expected in oracle.losses {
    let (loss, gradient) = valueWithGradient(at: network) {
      binaryCrossEntropy(logits: $0(x), targets: y)
    }
    #expect((loss - expected).magnitude < 1e-12 * expected, sourceLocation: sourceLocation)
    optimizer.update(&network, along: gradient)
  }
  for (parameter, expected) in zip(network.parameters, oracle.final) {
    #expect(
      parameter.value.isRelativelyClose(to: Tensor(expected)), sourceLocation: sourceLocation)
  }
  return optimizer
}

/// The shapes of that network's parameters.
let exclusiveOrShapes = [[3, 2], [3], [1, 3], [1]]

/// Expects ten steps at once to be the same as five, then five of an optimizer that is given the
/// state of the first.
func expectResumable<O: Optimizer<Double>>(
  _ fresh: O, sourceLocation: SourceLocation = #_sourceLocation,
  restoring restore: (_ from: O, _ to: inout O) -> Void
) {
  var (straight, a) = (fresh, Tensor([1, -2, 0.5]))
  descendQuartic(&straight, &a)
  descendQuartic(&straight, &a)
  var (first, b) = (fresh, Tensor([1, -2, 0.5]))
  descendQuartic(&first, &b)
  var second = fresh
  restore(first, &second)
  descendQuartic(&second, &b)
  #expect(a == b, sourceLocation: sourceLocation)
}

/// Expects an empty parameter, a scalar and a vector to move towards zero together.
func expectAllShapesMove<O: Optimizer<Double>>(
  _ optimizer: O, sourceLocation: SourceLocation = #_sourceLocation
) {
  var optimizer = optimizer
  var model = [Tensor<Double>.zeros([0, 3]), Tensor(2.0), Tensor([1, -1, 0.5])]
  for _ in 0..<2 { optimizer.update(&model, along: model) }
  #expect(model[0].shape == [0, 3], sourceLocation: sourceLocation)
  #expect(model[1].item < 2, sourceLocation: sourceLocation)
  #expect(model[2][1].item > -1, sourceLocation: sourceLocation)
}

/// Where five steps on `Σ x⁴` lead from a point.
func afterFiveSteps<O: Optimizer<Double>>(_ optimizer: O) -> Tensor<Double> {
  var (x, optimizer) = (Tensor([1, -2, 0.3]), optimizer)
  descendQuartic(&optimizer, &x)
  return x
}

/// Where one step with a gradient of zero leads from 2.
func afterAStepWithoutGradient<O: Optimizer<Double>>(_ optimizer: O) -> Double {
  var (x, optimizer) = (2.0, optimizer)
  optimizer.update(&x, along: 0)
  return x
}

/// Five steps on `Σ x⁴`.
private func descendQuartic<O: Optimizer<Double>>(_ optimizer: inout O, _ x: inout Tensor<Double>) {
  for _ in 0..<5 {
    optimizer.update(&x, along: gradient(at: x) { (square($0) * square($0)).sum() })
  }
}

/// The names of an optimizer's state in order, tensors and then counts.
func stateNames<O: Optimizer<Double>>(_ optimizer: O) -> [String] {
  var optimizer = optimizer
  var (tensors, counts): ([String], [String]) = ([], [])
  var visitor = OptimizerStateVisitor<Double>(
    tensors: { name, _ in tensors.append(name) }, counts: { name, _ in counts.append(name) })
  optimizer.visitState(&visitor)
  return tensors + counts
}
