/// Gradient descent along a moving average of gradients, relative to one of their squares.
///
/// In step `t`, elementwise: `m ← β₁ m + (1 − β₁) g` and `v ← β₂ v + (1 − β₂) g²`, then
/// `θ ← θ − η m̂ / (√v̂ + ε)` with `m̂ = m / (1 − β₁ᵗ)` and `v̂ = v / (1 − β₂ᵗ)`, which make up for
/// the averages' start at zero.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
public struct Adam<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β₁`, the weight of the average of gradients so far.
  public var momentum: S
  /// `β₂`, the weight of the average of squares so far.
  public var decay: S
  /// `ε`, which keeps a quotient of zeros from being no number.
  public var epsilon: S
  /// `t`, how many steps have been taken.
  public var steps = 0
  /// `m`, one tensor a parameter in the model's order; empty before the first step.
  public var meanGradient: [Tensor<S>] = []
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var meanSquare: [Tensor<S>] = []

  /// Adam with a learning rate and the weights of both averages so far, `β₁` and `β₂`.
  public init(
    learningRate: S = 0.001, momentum: S = 0.9, decay: S = 0.999, epsilon: S = 1e-8
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
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
    prepareState(&meanGradient, for: model, file: file, line: line)
    prepareState(&meanSquare, for: model, file: file, line: line)
    steps += 1
    let count = S(steps)
    let rate = learningRate / (1 - S.pow(momentum, count))
    let correction = (1 - S.pow(decay, count)).squareRoot()
    updateParameters(of: &model, along: gradient, file: file, line: line) { i, parameter, slope in
      accumulate(&meanGradient[i].values, decay: momentum, slope.values, weight: 1 - momentum)
      accumulateSquares(&meanSquare[i].values, decay: decay, slope.values, weight: 1 - decay)
      descend(
        &parameter.values, meanGradient[i].values, over: meanSquare[i].values, rate: rate,
        rootCorrection: correction, epsilon: epsilon)
    }
  }
}
