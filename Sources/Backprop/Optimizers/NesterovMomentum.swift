/// Nesterov's momentum: `v ← β v + g`, then `θ ← θ − η (g + β v)`.
///
/// The parameters held are those of the point looked ahead to, where the gradient is taken; so the
/// method needs no gradient elsewhere. PyTorch's `SGD(momentum:, nesterov: true)` is this form.
///
///     var optimizer = NesterovMomentum(learningRate: 0.1, momentum: 0.9)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// A velocity below 2⁻¹⁰⁰ in `Float`, 2⁻⁹⁹⁶ in `Double`, counts as zero: processors take long over numbers
/// near the smallest.
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

  /// Moves one parameter by one step: `v ← β v + g`, `θ ← θ − η (g + β v)`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    velocity[index].changingInPlace { velocity in
      accumulate(velocity, decay: momentum, gradient, weight: 1)
      for i in parameter.indices {
        parameter[i] -= learningRate * (gradient[i] + momentum * velocity[i])
      }
    }
  }

  /// Shows `velocity`.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("velocity", &velocity)
  }
}
