/// ``Adam`` with decoupled weight decay: before its step, `θ ← θ − η λ θ`.
///
/// The decay is no part of the gradient, so that numbers with large gradients decay as fast as
/// those with small ones; with an L2 penalty in the loss they would not.
///
/// Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", ICLR (2019).
public struct AdamW<S: Scalar>: Optimizer {
  /// `λ`, how much of each parameter decays in a step, relative to the learning rate.
  public var weightDecay: S
  /// The rule of the step after the decay, with its state.
  public var adam: Adam<S>

  /// `η`, the size of a step.
  public var learningRate: S {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// AdamW with a learning rate, the weight decay `λ`, and the weights of both averages so far,
  /// `β₁` and `β₂`.
  public init(
    learningRate: S = 0.001, weightDecay: S = 0.01, momentum: S = 0.9, decay: S = 0.999,
    epsilon: S = 1e-8
  ) {
    self.weightDecay = weightDecay
    adam = Adam(learningRate: learningRate, momentum: momentum, decay: decay, epsilon: epsilon)
  }

  /// Moves a model's parameters by one step.
  @_specialize(where S == Double, M == Network<Double>)
  @_specialize(where S == Float, M == Network<Float>)
  @_specialize(where S == Double, M == Tensor<Double>)
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == S {
    let factor = 1 - learningRate * weightDecay
    model.updateParameters { _, parameter in scale(&parameter.values, by: factor) }
    adam.update(&model, along: gradient, file: file, line: line)
  }
}
