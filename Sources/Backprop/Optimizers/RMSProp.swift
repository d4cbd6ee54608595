/// Gradient descent with a step for each number that is relative to its gradients of late:
/// `s ← ρ s + (1 − ρ) g²`, then `θ ← θ − η g / (√s + ε)`, elementwise.
///
/// As ``AdaGrad``, but old gradients are forgotten, so that steps can grow again.
///
///     var optimizer = RMSProp(learningRate: 0.01, decay: 0.9)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// Squares of derivatives below 2⁻⁵⁵ in `Float`, 2⁻⁵⁰³ in `Double`, count as zero, and so do sums of them next
/// to the smallest number: processors take long over those.
///
/// Source: T. Tieleman and G. Hinton, "Lecture 6.5: RMSProp", Neural Networks for Machine Learning
/// (2012).
public struct RMSProp<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `ρ`, the weight of the average so far.
  public var decay: S
  /// `ε`, which keeps a quotient of zeros from being NaN.
  public var epsilon: S
  /// `s`, one tensor a parameter in the model's order; empty before the first step.
  public var meanSquare: [Tensor<S>] = []

  /// RMSProp with a learning rate and the weight of the average so far. Traps unless this is in
  /// `0..<1`, and the others are finite, and 0 or more.
  public init(
    learningRate: S = 0.01, decay: S = 0.99, epsilon: S = 1e-8, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    requireRate(learningRate, file: file, line: line)
    requireNotNegative(epsilon, "epsilon", file: file, line: line)
    requireWeight(decay, "decay", file: file, line: line)
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
  }

  /// `decay` and `epsilon`.
  public var settings: [(name: String, value: S)] {
    [("decay", decay), ("epsilon", epsilon)]
  }

  /// Makes `meanSquare` of zeros. Traps if it is there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(&meanSquare, for: shapes, file: file, line: line)
  }

  /// Moves one parameter by one step: `s ← ρ s + (1 − ρ) g²`, `θ ← θ − η g / (√s + ε)`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    meanSquare[index].changingInPlace { squares in
      accumulateSquares(squares, decay: decay, gradient, weight: 1 - decay)
      descend(
        parameter, gradient, over: GradientBuffer(squares), rate: learningRate, epsilon: epsilon)
    }
  }

  /// Shows `meanSquare`.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("meanSquare", &meanSquare)
  }
}
