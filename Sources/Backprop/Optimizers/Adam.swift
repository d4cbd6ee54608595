/// Gradient descent along a moving average of gradients, relative to one of their squares.
///
/// In step `t`, elementwise: `m ← β₁ m + (1 − β₁) g` and `v ← β₂ v + (1 − β₂) g²`, then
/// `θ ← θ − η m̂ / (√v̂ + ε)` with `m̂ = m / (1 − β₁ᵗ)` and `v̂ = v / (1 − β₂ᵗ)`, which make up for
/// the averages' start at zero.
///
///     var optimizer = Adam(learningRate: 0.001)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// Derivatives below 2⁻⁵⁵ in `Float`, 2⁻⁵⁰³ in `Double`, count as zero, and so do averages that have become
/// next to the smallest number: processors take long over those.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
public struct Adam<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `β₁`, the weight of the average of gradients so far.
  public var momentum: S
  /// `β₂`, the weight of the average of squares so far.
  public var decay: S
  /// `ε`, which keeps a quotient of zeros from being NaN.
  public var epsilon: S
  /// `t`, how many steps have been taken.
  public var steps = 0
  /// `m`, one tensor a parameter in the model's order; empty before the first step.
  public var meanGradient: [Tensor<S>] = []
  /// `v`, one tensor a parameter in the model's order; empty before the first step.
  public var meanSquare: [Tensor<S>] = []

  /// `η / (1 − β₁ᵗ)`.
  private var correctedRate: S = 0
  /// `1 / √(1 − β₂ᵗ)`.
  private var rootFactor: S = 1

  /// Adam with a learning rate and the weights of both averages so far, `β₁` and `β₂`.
  /// Traps unless these are in `0..<1`, and the others finite, and 0 or more.
  public init(
    learningRate: S = 0.001, momentum: S = 0.9, decay: S = 0.999, epsilon: S = 1e-8,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireRate(learningRate, file: file, line: line)
    requireNotNegative(epsilon, "epsilon", file: file, line: line)
    requireWeight(momentum, "momentum", file: file, line: line)
    requireWeight(decay, "decay", file: file, line: line)
    self.learningRate = learningRate
    self.momentum = momentum
    self.decay = decay
    self.epsilon = epsilon
  }

  /// `momentum`, `decay` and `epsilon`.
  public var settings: [(name: String, value: S)] {
    [("momentum", momentum), ("decay", decay), ("epsilon", epsilon)]
  }

  /// Makes `meanGradient` and `meanSquare` of zeros. Traps if they are there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(&meanGradient, for: shapes, file: file, line: line)
    prepareState(&meanSquare, for: shapes, file: file, line: line)
  }

  /// Counts the step, and finds what makes up for the averages' start at zero.
  public mutating func beginStep() {
    steps += 1
    let count = S(steps)
    correctedRate = learningRate / (1 - S.pow(momentum, count))
    rootFactor = 1 / (1 - S.pow(decay, count)).squareRoot()
  }

  /// Moves one parameter by one step: both averages, then `θ ← θ − η m̂ / (√v̂ + ε)`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    meanGradient[index].changingInPlace { mean in
      meanSquare[index].changingInPlace { squares in
        descendAdaptively(
          parameter, gradient, mean, squares, momentum: momentum, decay: decay,
          rate: correctedRate, rootFactor: rootFactor, epsilon: epsilon)
      }
    }
  }

  /// Shows `meanGradient` and `meanSquare`, and the count of steps.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("meanGradient", &meanGradient)
    visitor.visit("meanSquare", &meanSquare)
    visitor.visit("steps", &steps)
  }
}
