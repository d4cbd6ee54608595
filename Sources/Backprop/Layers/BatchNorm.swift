/// Normalises each feature over a batch: `γ (x − μ) / √(σ² + ε) + β`.
///
/// In training `μ` and `σ²` are the mean and the variance (over `n`, not `n − 1`) of the batch, and
/// derivatives go through them. Each such pass moves the running mean and variance, `r ← (1 − rate) r
/// + rate · s`, towards the batch's mean and its unbiased variance, over `n − 1`; the model gets them
/// by the forms of `valueWithGradient` that take `&model`; a training pass without such a gradient
/// leaves them as they are. In inference `μ` and `σ²` are the running ones.
///
/// | input | normalised over |
/// |---|---|
/// | `[n, features]` | the `n` examples |
/// | `[n, features, height, width]` | examples, rows and columns |
///
/// Of a batch of two numbers a feature, what is normalised is close to ±1 whatever they are: derivatives
/// with respect to the input are then small differences, and have fewer digits.
///
///     let network = Sequential {
///       Dense(from: 4, to: 8, using: &generator)
///       BatchNorm(features: 8)
///       Activate(.relu)
///     }
///
/// Source: S. Ioffe and C. Szegedy, "Batch normalization: accelerating deep network training by
/// reducing internal covariate shift", ICML (2015).
public struct BatchNorm<S: Scalar>: Layer {
  /// `γ`, of shape `[features]`.
  public var scale: Tensor<S>
  /// `β`, of shape `[features]`.
  public var shift: Tensor<S>
  /// The mean of the batches so far, `[features]`: a state, not a parameter.
  public var runningMean: Tensor<S>
  /// The unbiased variance of the batches so far, `[features]`: a state, not a parameter.
  public var runningVariance: Tensor<S>
  /// By how much of the difference the running values move in a pass.
  public var rate: S
  /// `ε`, which keeps a feature that is constant from being divided by zero.
  public var epsilon: S

  /// A layer for a number of features, with `γ = 1` and `β = 0`, a running mean of 0 and variance of 1.
  /// Traps for a negative number of features.
  public init(
    features: Int, rate: S = 0.1, epsilon: S = 1e-5, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(size: features, rate, epsilon, file, line)
  }

  fileprivate init(
    size: Int, _ rate: S, _ epsilon: S, _ file: StaticString, _ line: UInt
  ) {
    scale = .ones([size], file: file, line: line)
    shift = .zeros([size])
    runningMean = .zeros([size])
    runningVariance = .ones([size])
    self.rate = rate
    self.epsilon = epsilon
  }

  /// The normalised numbers, in the input's shape. Traps for an input of another shape, or in
  /// training for one number a feature, which has no variance.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let features = scale.shape[0]
    require(
      (x.rank == 2 || x.rank == 4) && x.shape[1] == features,
      "A batch norm of \(features) features takes [n, \(features)] or [n, \(features), height, "
        + "width], not \(x.shape).", in: pass)
    // The shape that broadcasts along the features.
    let line = x.rank == 2 ? [features] : [features, 1, 1]
    if !pass.isTraining {
      pass.noteInference()
      return normalized(x - runningMean.shaped(line), runningVariance.shaped(line), line)
    }
    let count = features == 0 ? 0 : x.count / features
    require(
      count != 1, "The variance of one number a feature, in \(x.shape), can't be trained with.",
      in: pass)
    let mean = apply(.sumTo(shape: line), x) / S(count)
    let centred = x - mean
    let variance = apply(.sumTo(shape: line), square(centred)) / S(count)
    let toUnbiased = S(count) / S(count - 1)
    pass.update(
      runningMean, to: (1 - rate) * runningMean + rate * mean.shaped([features]))
    pass.update(
      runningVariance,
      to: (1 - rate) * runningVariance + (rate * toUnbiased) * variance.shaped([features]))
    return normalized(centred, variance, line)
  }

  @inline(__always)
  private func normalized(_ centred: Tensor<S>, _ variance: Tensor<S>, _ line: [Int]) -> Tensor<S> {
    let factor = scale.shaped(line) / sqrt(variance + epsilon)
    return centred * factor + shift.shaped(line)
  }

  /// Visits `scale` and `shift`, and the states `runningMean` and `runningVariance`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("scale", &scale)
    visitor.visit("shift", &shift)
    visitor.visitState("runningMean", &runningMean)
    visitor.visitState("runningVariance", &runningVariance)
  }
}

extension Tensor {
  /// The same numbers in another shape, without an operation if it is the same.
  @inline(__always)
  fileprivate func shaped(_ shape: [Int]) -> Tensor { self.shape == shape ? self : reshaped(shape) }
}

// Where nothing says what the numbers are, this makes them doubles.
extension BatchNorm where S == Double {
  /// A layer for a number of features, with `γ = 1` and `β = 0`, a running mean of 0 and variance of 1.
  /// Traps for a negative number of features.
  public init(
    features: Int, rate: Double = 0.1, epsilon: Double = 1e-5, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(size: features, rate, epsilon, file, line)
  }
}
