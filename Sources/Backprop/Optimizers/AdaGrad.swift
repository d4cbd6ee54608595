/// Gradient descent with a step for each number that shrinks with all its gradients so far:
/// `s ← s + g²`, then `θ ← θ − η g / (√s + ε)`, elementwise.
///
/// Numbers with rare gradients keep long steps; but no step ever grows again.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and
/// stochastic optimization", Journal of Machine Learning Research 12 (2011).
public struct AdaGrad<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `ε`, which keeps a quotient of zeros from being no number.
  public var epsilon: S
  /// `s`, one tensor a parameter in the model's order; empty before the first step.
  public var squareSum: [Tensor<S>] = []

  /// AdaGrad with a learning rate.
  public init(learningRate: S = 0.01, epsilon: S = 1e-10) {
    self.learningRate = learningRate
    self.epsilon = epsilon
  }

  /// Moves a model's parameters by one step.
  @_specialize(where S == Double, M == Network<Double>)
  @_specialize(where S == Float, M == Network<Float>)
  @_specialize(where S == Double, M == Tensor<Double>)
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == S {
    prepareState(&squareSum, for: model, file: file, line: line)
    updateParameters(of: &model, along: gradient, file: file, line: line) { i, parameter, slope in
      accumulateSquares(&squareSum[i].values, decay: 1, slope.values, weight: 1)
      descend(
        &parameter.values, slope.values, over: squareSum[i].values, rate: learningRate,
        epsilon: epsilon)
    }
  }
}
