/// Gradient descent with classical momentum: `v ← β v + g`, then `θ ← θ − η v`.
///
/// With a constant gradient the velocity grows to `g / (1 − β)`, so that `η` takes steps
/// `1 / (1 − β)` times as long as without momentum. PyTorch's `SGD(momentum:)` is this form.
///
///     var optimizer = Momentum(learningRate: 0.1, momentum: 0.9)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// A velocity below 2⁻¹⁰⁰ in `Float`, 2⁻⁹⁹⁶ in `Double`, counts as zero: processors take long over numbers
/// near the smallest.
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

  /// Moves one parameter by one step: `v ← β v + g`, `θ ← θ − η v`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    velocity[index].changingInPlace { velocity in
      accumulate(velocity, decay: momentum, gradient, weight: 1)
      descend(parameter, GradientBuffer(velocity), rate: learningRate)
    }
  }

  /// Shows `velocity`.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("velocity", &velocity)
  }
}
