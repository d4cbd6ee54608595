/// Gradient descent along a moving average of gradients: `v ← β v + (1 − β) g`, `θ ← θ − η v`.
///
/// The same steps as classical ``Momentum`` with the learning rate `(1 − β) η`. With a constant
/// gradient the velocity grows to the gradient itself.
public struct AveragedMomentum<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β`, the weight of the average so far.
  public var momentum: S
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var velocity: [Tensor<S>] = []

  /// Averaged momentum with a learning rate and the weight of the average so far.
  public init(learningRate: S, momentum: S = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// Moves a model's parameters by one step.
  @_specialize(where S == Double, M == Network<Double>)
  @_specialize(where S == Float, M == Network<Float>)
  @_specialize(where S == Double, M == Tensor<Double>)
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == S {
    prepareState(&velocity, for: model, file: file, line: line)
    updateParameters(of: &model, along: gradient, file: file, line: line) { i, parameter, slope in
      accumulate(&velocity[i].values, decay: momentum, slope.values, weight: 1 - momentum)
      descend(&parameter.values, velocity[i].values, rate: learningRate)
    }
  }
}
