/// Gradient descent with a step for each number that shrinks with all its gradients so far:
/// `s ← s + g²`, then `θ ← θ − η g / (√s + ε)`, elementwise.
///
/// Numbers with rare gradients keep long steps; but no step ever grows again.
///
///     var optimizer = AdaGrad(learningRate: 0.1)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// Squares of derivatives below 2⁻⁵⁵ in `Float`, 2⁻⁵⁰³ in `Double`, count as zero, and so do sums of them next
/// to the smallest number: processors take long over those.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and
/// stochastic optimization", Journal of Machine Learning Research 12 (2011).
public struct AdaGrad<S: Scalar>: Optimizer {
  /// `η`, the size of a step.
  public var learningRate: S
  /// `ε`, which keeps a quotient of zeros from being NaN.
  public var epsilon: S
  /// `s`, one tensor a parameter in the model's order; empty before the first step.
  public var squareSum: [Tensor<S>] = []

  /// AdaGrad with a learning rate. Traps unless this and `ε` are finite, and 0 or more.
  public init(
    learningRate: S = 0.01, epsilon: S = 1e-10, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireRate(learningRate, file: file, line: line)
    requireNotNegative(epsilon, "epsilon", file: file, line: line)
    self.learningRate = learningRate
    self.epsilon = epsilon
  }

  /// `epsilon`.
  public var settings: [(name: String, value: S)] { [("epsilon", epsilon)] }

  /// Makes `squareSum` of zeros. Traps if it is there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(&squareSum, for: shapes, file: file, line: line)
  }

  /// Moves one parameter by one step: `s ← s + g²`, `θ ← θ − η g / (√s + ε)`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    squareSum[index].changingInPlace { squares in
      accumulateSquares(squares, decay: 1, gradient, weight: 1)
      descend(
        parameter, gradient, over: GradientBuffer(squares), rate: learningRate, epsilon: epsilon)
    }
  }

  /// Shows `squareSum`.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("squareSum", &squareSum)
  }
}
