/// Momentum whose step for a matrix is orthogonalised: the direction is `U Vᵀ` of the velocity's singular value
/// decomposition `U Σ Vᵀ`, nearly, so that no direction of the matrix is moved much more than another.
///
///     var optimizer = Muon(learningRate: 0.02)
///     let gradient = gradient(at: network) { meanSquaredError($0(x), y) }
///     optimizer.update(&network, along: gradient)
///
/// For a parameter of two axes, `[m, n]`: `v ← β v + (1 − β) g`, `u = (1 − β) g + β v`, and
/// `θ ← (1 − η λ) θ − η √max(1, m / n) · NS(u)`. `NS` is five turns of the iteration
/// `X ← a X + (b X Xᵀ + c (X Xᵀ)²) X` from `u / ‖u‖`, with `a = 3.4445`, `b = −4.775` and `c = 2.0315`: it
/// brings singular values near 1, from about 0.7 to 1.2. All other parameters, such as biases, go by ``AdamW``.
/// Of matrices whose rows are not mapped together, such as an ``Embedding``'s, it is no good rule: use
/// ``ParameterGroups`` for those.
///
/// The numbers are those of PyTorch's `Muon` computed in the parameters' own type; that one orthogonalises in
/// bfloat16.
///
/// Source: K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks" (2024).
public struct Muon<S: Scalar>: Optimizer {
  /// `η`, the size of a step of matrices.
  public var learningRate: S {
    didSet { others.learningRate = learningRate * ratio }
  }
  /// `β`, the weight of the velocity so far.
  public var momentum: S
  /// `λ`, how much of each matrix decays in a step, relative to the learning rate.
  public var weightDecay: S
  /// The rule of all parameters that are no matrices. Its learning rate stays the same multiple of `learningRate`.
  public var others: AdamW<S>
  /// `v`, one tensor a parameter in the model's order, empty for those that are no matrices; none before the
  /// first step.
  public var velocity: [Tensor<S>] = []

  /// What the learning rate of the others is, as a multiple.
  private let ratio: S

  /// Muon with a learning rate, the velocity's weight so far, a weight decay, and a rule for parameters that are
  /// no matrices.
  ///
  /// Traps unless the momentum is in `0..<1`, the learning rate above 0, and both finite, as is the decay, which
  /// is 0 or more.
  public init(
    learningRate: S = 0.02, momentum: S = 0.95, weightDecay: S = 0,
    others: AdamW<S> = AdamW(learningRate: 0.001), file: StaticString = #fileID,
    line: UInt = #line
  ) {
    requireWeight(momentum, "momentum", file: file, line: line)
    requireNotNegative(weightDecay, "weight decay", file: file, line: line)
    require(
      learningRate > 0 && learningRate.isFinite,
      "A learning rate of Muon is above 0 and finite, not \(Double(learningRate)).", file: file,
      line: line)
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.others = others
    ratio = others.learningRate / learningRate
  }

  /// `momentum`, `weightDecay`, and the settings of the others.
  public var settings: [(name: String, value: S)] {
    [("momentum", momentum), ("weightDecay", weightDecay)]
      + others.settings.map { ("others." + $0.name, $0.value) }
  }

  /// Makes `velocity` of zeros for matrices, and the state of the others. Traps if they are there for other
  /// shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(
      &velocity, for: shapes.map { $0.count == 2 ? $0 : [0] }, file: file, line: line)
    others.prepare(for: shapes.map { $0.count == 2 ? [0] : $0 }, file: file, line: line)
  }

  /// Counts the step for the others.
  public mutating func beginStep() { others.beginStep() }

  /// Moves one parameter by one step.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func update(
    _ parameter: ParameterBuffer<S>, along gradient: GradientBuffer<S>, at index: Int
  ) {
    let shape = velocity[index].shape
    guard shape.count == 2 else {
      others.update(parameter, along: gradient, at: index)
      return
    }
    var direction = Tensor(unchecked: shape, Array(gradient))
    velocity[index].changingInPlace { velocity in
      accumulate(velocity, decay: momentum, gradient, weight: 1 - momentum)
      direction.changingInPlace {
        accumulate($0, decay: 1 - momentum, GradientBuffer(velocity), weight: momentum)
      }
    }
    let (rows, columns) = (S(shape[0]), S(Swift.max(shape[1], 1)))
    let rate = learningRate * Swift.max(1, rows / columns).squareRoot()
    let factor = 1 - learningRate * weightDecay
    for i in parameter.indices { parameter[i] *= factor }
    orthogonalized(direction).values.withUnsafeBufferPointer { descend(parameter, $0, rate: rate) }
  }

  /// Shows `velocity`, and the state of the others.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<S>) {
    visitor.visit("velocity", &velocity)
    var own = visitor.prefixing("others.")
    others.visitState(&own)
  }
}

/// A matrix whose singular values are near 1, and whose singular vectors are those of another one: five turns
/// of a Newton–Schulz iteration of the fifth degree.
private func orthogonalized<S: Scalar>(_ matrix: Tensor<S>) -> Tensor<S> {
  if matrix.count == 0 { return matrix }
  let norm = innerProduct(matrix.values, matrix.values).squareRoot()
  // The smaller side first: the products are as small as they can be.
  let isTall = matrix.shape[0] > matrix.shape[1]
  var x = (isTall ? matrix.transposed : matrix) / Swift.max(norm, 1e-7)
  for _ in 0..<5 {
    let gram = matrixProduct(x, transposed: false, x, transposed: true)
    let square = matrixProduct(gram, transposed: false, gram, transposed: false)
    let weights = gram * S(-4.775) + square * S(2.0315)
    x = x * S(3.4445) + matrixProduct(weights, transposed: false, x, transposed: false)
  }
  return isTall ? x.transposed : x
}
