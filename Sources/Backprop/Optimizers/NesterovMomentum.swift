/// Nesterov's momentum: `v ← β v + g`, then `θ ← θ − η (g + β v)`.
///
/// The parameters held are those of the point looked ahead to, where the gradient is taken; so the
/// method needs no gradient elsewhere. PyTorch's `SGD(momentum:, nesterov: true)` is this form.
///
/// Source: Y. Nesterov, "A method of solving a convex programming problem with convergence rate
/// O(1/k²)", Soviet Mathematics Doklady 27 (1983); in this form I. Sutskever et al., "On the
/// importance of initialization and momentum in deep learning", ICML (2013).
public struct NesterovMomentum<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β`, how much of the velocity remains after a step.
  public var momentum: S
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var velocity: [Tensor<S>] = []

  /// Nesterov's momentum with a learning rate and a decay of the velocity.
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
      var direction = slope.values
      accumulate(&direction, decay: 1, velocity[i].values, weight: momentum)
      descend(&parameter.values, direction, rate: learningRate)
    }
  }
}
