/// Gradient descent: `θ ← θ − η g`.
public struct SGD<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S

  /// Gradient descent with a learning rate.
  public init(learningRate: S) { self.learningRate = learningRate }

  /// Moves a model's parameters by one step.
  @_specialize(where S == Double, M == Network<Double>)
  @_specialize(where S == Float, M == Network<Float>)
  @_specialize(where S == Double, M == Tensor<Double>)
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == S {
    let rate = learningRate
    updateParameters(of: &model, along: gradient, file: file, line: line) { _, parameter, slope in
      descend(&parameter.values, slope.values, rate: rate)
    }
  }
}
