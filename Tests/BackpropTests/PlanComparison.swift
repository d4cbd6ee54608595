import Backprop
import Testing

extension Oracle.OperationCase {
  /// Compares with PyTorch's numbers and with differences, and a replayed step with an eager one.
  ///
  /// - Parameters:
  ///   - isSmooth: Whether differences find the derivative.
  ///   - isReplayed: Whether a step with the function is replayed.
  func compareAll(
    _ functions: [String: ([Tensor<Double>]) -> Tensor<Double>], isSmooth: Bool = true,
    isReplayed: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let function = try #require(functions[name])
    compareDerivatives(of: function)
    if isSmooth { checkGradients(of: function) }
    if isReplayed { checkReplay(of: function) }
    checkPlan(of: function, isReplayed: isReplayed, sourceLocation: sourceLocation)
  }

  /// Expects that steps of training have the same bits when they are replayed, and that they are.
  func checkPlan(
    of function: @escaping ([Tensor<Double>]) -> Tensor<Double>, isReplayed: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let weights = Tensor(self.weights)
    let start = inputs.map { Tensor($0) }
    let factors = [0.5, 0.25, 1.5, 0.5, -0.75, 1].map { Tensor($0) }
    expectSameSteps(
      start, factors, isReplayed: isReplayed, sourceLocation: sourceLocation
    ) { inputs, factor in (weights * function(inputs)).sum() * factor }
  }
}

/// Expects that steps along a gradient have the same bits when they are replayed, and that they are.
func expectSameSteps<M: Model>(
  _ model: M, _ inputs: [Tensor<Double>], isReplayed: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation,
  loss: @escaping (M, Tensor<Double>) -> Tensor<Double>
) where M.Number == Double {
  var step = TrainingStep(model: model, optimizer: SGD(learningRate: 1e-3)) { model, x, _ in
    loss(model, x)
  }
  var model = model
  var optimizer = SGD(learningRate: 1e-3)
  for x in inputs {
    let (expected, slope) = valueWithGradient(at: model) { loss($0, x) }
    optimizer.update(&model, along: slope)
    let value = step(x, Tensor(0))
    #expect(value.isSame(as: expected), sourceLocation: sourceLocation)
    for (mine, theirs) in zip(step.model.tensors, model.tensors) {
      #expect(
        zip(mine.value.scalars, theirs.value.scalars).allSatisfy { $0.isSame(as: $1) },
        "\(mine.name)", sourceLocation: sourceLocation)
    }
  }
  #expect(step.isReplayed == isReplayed, sourceLocation: sourceLocation)
}

extension Double {
  /// Whether two numbers are the same to the last bit, where NaN is NaN.
  fileprivate func isSame(as other: Double) -> Bool {
    bitPattern == other.bitPattern || (isNaN && other.isNaN)
  }
}
