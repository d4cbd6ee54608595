/// Gradient descent with a step for each number that is relative to its gradients of late:
/// `s ← ρ s + (1 − ρ) g²`, then `θ ← θ − η g / (√s + ε)`, elementwise.
///
/// As ``AdaGrad``, but old gradients are forgotten, so that steps can grow again.
///
/// Source: T. Tieleman and G. Hinton, "Lecture 6.5: RMSProp", Neural Networks for Machine Learning
/// (2012).
public struct RMSProp<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `ρ`, the weight of the average so far.
  public var decay: S
  /// `ε`, which keeps a quotient of zeros from being no number.
  public var epsilon: S
  /// `s`, one tensor a parameter in the model's order; empty before the first step.
  public var meanSquare: [Tensor<S>] = []

  /// RMSProp with a learning rate and the weight of the average so far.
  public init(learningRate: S = 0.01, decay: S = 0.99, epsilon: S = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
  }

  /// Moves a model's parameters by one step.
  @_specialize(where S == Double, M == Network<Double>)
  @_specialize(where S == Float, M == Network<Float>)
  @_specialize(where S == Double, M == Tensor<Double>)
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == S {
    prepareState(&meanSquare, for: model, file: file, line: line)
    updateParameters(of: &model, along: gradient, file: file, line: line) { i, parameter, slope in
      accumulateSquares(&meanSquare[i].values, decay: decay, slope.values, weight: 1 - decay)
      descend(
        &parameter.values, slope.values, over: meanSquare[i].values, rate: learningRate,
        epsilon: epsilon)
    }
  }
}
