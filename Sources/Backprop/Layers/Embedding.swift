/// A table of vectors, one for each of a number of words, classes or other things.
///
/// The input holds their numbers, as whole numbers from 0 on; each is replaced by its vector, so that
/// `[…]` becomes `[…, size]`. A vector's derivative is the sum of those at its places.
///
///     let layer = Embedding(weights: Tensor([[1, 2], [3, 4], [5, 6]]))
///     layer(Tensor([2, 0]))      // [[5.0, 6.0], [1.0, 2.0]]
///
/// Source: Y. Bengio, R. Ducharme, P. Vincent and C. Jauvin, "A neural probabilistic language model",
/// Journal of Machine Learning Research 3 (2003).
public struct Embedding<S: Scalar>: Layer {
  /// The vectors, `[count, size]`: a row each.
  public var weights: Tensor<S>

  /// A layer of given vectors, `[count, size]`; traps for another shape.
  public init(weights: Tensor<S>, file: StaticString = #fileID, line: UInt = #line) {
    require(
      weights.rank == 2, "An embedding takes weights [count, size], not \(weights.shape).",
      file: file, line: line)
    self.weights = weights
  }

  /// A layer of random vectors `[count, size]`, by default of the standard normal distribution. Traps for
  /// negative sizes.
  public init(
    of count: Int, size: Int, initialization: Initialization = .normal(standardDeviation: 1),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      weights: .initial(
        initialization, shape: [count, size], using: &generator, file: file, line: line))
  }

  /// The vectors of the given numbers, the same in training and inference. Traps for a number that
  /// has no vector.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    gather(weights, x, file: pass.place.file, line: pass.place.line)
  }

  /// Visits `weights`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weights", &weights)
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension Embedding where S == Double {
  /// A layer of random vectors `[count, size]`, by default of the standard normal distribution. Traps for
  /// negative sizes.
  public init(
    of count: Int, size: Int, initialization: Initialization = .normal(standardDeviation: 1),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      weights: .initial(
        initialization, shape: [count, size], using: &generator, file: file, line: line))
  }
}
