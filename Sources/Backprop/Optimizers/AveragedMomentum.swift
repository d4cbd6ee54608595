/// Gradient descent along a moving average of gradients: `v ← β v + (1 − β) g`, `θ ← θ − η v`.
///
/// The same steps as classical ``Momentum`` with the learning rate `(1 − β) η`. With a constant
/// gradient the velocity grows to the gradient itself.
///
///     var optimizer = AveragedMomentum(learningRate: 0.1, momentum: 0.9)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// A velocity below 2⁻¹⁰⁰ in `Float`, 2⁻⁹⁹⁶ in `Double`, counts as zero: processors take long over numbers
/// near the smallest.
///
/// Source: the first of the two averages in D. Kingma and J. Ba, "Adam: a method for stochastic
/// optimization", ICLR (2015).
public struct AveragedMomentum<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β`, the weight of the average so far.
  public var momentum: S
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var velocity: [Tensor<S>] = []

  /// Averaged momentum with a learning rate and the weight of the average so far.
  /// Traps unless the rate is finite and 0 or more, and `β` is in `0..<1`.
  public init(
    learningRate: S, momentum: S = 0.9, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireRate(learningRate, file: file, line: line)
    requireWeight(momentum, "momentum", file: file, line: line)
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// `momentum`.
  public var settings: [(name: String, value: S)] { [("momentum", momentum)] }

  /// Makes `velocity` of zeros. Traps if it is there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(&velocity, for: shapes, file: file, line: line)
  }

  /// Moves one parameter by one step: `v ← β v + (1 − β) g`, `θ ← θ − η v`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    velocity[index].changingInPlace { velocity in
      accumulate(velocity, decay: momentum, gradient, weight: 1 - momentum)
      descend(parameter, GradientBuffer(velocity), rate: learningRate)
    }
  }

  /// Shows `velocity`.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("velocity", &velocity)
  }
}
