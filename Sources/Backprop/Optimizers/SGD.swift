/// Gradient descent: `θ ← θ − η g`.
///
///     var optimizer = SGD(learningRate: 0.1)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// Source: H. Robbins and S. Monro, "A stochastic approximation method", Annals of Mathematical
/// Statistics 22 (1951).
public struct SGD<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S

  /// Gradient descent with a learning rate. Traps unless it is finite, and 0 or more.
  public init(learningRate: S, file: StaticString = #fileID, line: UInt = #line) {
    requireRate(learningRate, file: file, line: line)
    self.learningRate = learningRate
  }

  /// Moves one parameter by one step: `θ ← θ − η g`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    descend(parameter, gradient, rate: learningRate)
  }
}
