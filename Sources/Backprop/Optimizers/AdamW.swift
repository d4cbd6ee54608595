/// ``Adam`` with decoupled weight decay: before its step, `θ ← θ − η λ θ`.
///
/// The decay is no part of the gradient, so that numbers with large gradients decay as fast as
/// those with small ones; with an L2 penalty in the loss they would not.
///
///     var optimizer = AdamW(learningRate: 0.001, weightDecay: 0.01)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// Derivatives below 2⁻⁵⁵ in `Float`, 2⁻⁵⁰³ in `Double`, count as zero, and so do averages that have become
/// next to the smallest number: processors take long over those.
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
  /// `β₁` and `β₂`. Traps unless these are in `0..<1`, and the others finite, and 0 or more.
  public init(
    learningRate: S = 0.001, weightDecay: S = 0.01, momentum: S = 0.9, decay: S = 0.999,
    epsilon: S = 1e-8, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireNotNegative(weightDecay, "weight decay", file: file, line: line)
    self.weightDecay = weightDecay
    adam = Adam(
      learningRate: learningRate, momentum: momentum, decay: decay, epsilon: epsilon, file: file,
      line: line)
  }

  /// `weightDecay` and the settings of `adam`.
  public var settings: [(name: String, value: S)] {
    [("weightDecay", weightDecay)] + adam.settings
  }

  /// Makes the averages of zeros. Traps if they are there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    adam.prepare(for: shapes, file: file, line: line)
  }

  /// Counts the step.
  public mutating func beginStep() { adam.beginStep() }

  /// Moves one parameter by one step: `θ ← (1 − η λ) θ`, then that of ``Adam``.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    let factor = 1 - learningRate * weightDecay
    for i in parameter.indices { parameter[i] *= factor }
    adam.update(parameter, along: gradient, at: index)
  }

  /// Shows the averages and the count of steps.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    adam.visitState(&visitor)
  }
}
