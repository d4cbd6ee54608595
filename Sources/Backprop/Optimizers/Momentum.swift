/// Gradient descent with classical momentum: `v ← β v + g`, then `θ ← θ − η v`.
///
/// With a constant gradient the velocity grows to `g / (1 − β)`, so that `η` takes steps
/// `1 / (1 − β)` times as long as without momentum. PyTorch's `SGD(momentum:)` is this form.
///
/// Source: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR
/// Computational Mathematics and Mathematical Physics 4 (1964).
public struct Momentum<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β`, how much of the velocity remains after a step.
  public var momentum: S
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var velocity: [Tensor<S>] = []

  /// Momentum with a learning rate and a decay of the velocity.
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
      accumulate(&velocity[i].values, decay: momentum, slope.values, weight: 1)
      descend(&parameter.values, velocity[i].values, rate: learningRate)
    }
  }
}
