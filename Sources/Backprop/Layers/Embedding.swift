/// A table of vectors, one for each of a number of words, classes or other things.
///
/// The input holds their numbers, as whole numbers from 0 on; each is replaced by its vector, so that
/// `[…]` becomes `[…, size]`. A vector's derivative is the sum of those at its places.
///
///     let layer = Embedding(weights: Tensor([[1, 2], [3, 4], [5, 6]]))
///     layer(Tensor([2, 0]))      // [[5.0, 6.0], [1.0, 2.0]]
///
/// A number may stand for padding, which fills sequences up to one length: its vector is no part of what is
/// trained, and its derivative is zero.
///
/// Source: Y. Bengio, R. Ducharme, P. Vincent and C. Jauvin, "A neural probabilistic language model",
/// Journal of Machine Learning Research 3 (2003).
public struct Embedding<S: Scalar>: Layer {
  /// The vectors, `[count, size]`: a row each.
  public var weights: Tensor<S>
  /// The number that stands for padding; nil if none does.
  public let paddingIndex: Int?

  /// A layer of given vectors, `[count, size]`; traps for another shape, or a padding that has no vector.
  public init(
    weights: Tensor<S>, paddingIndex: Int? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    require(
      weights.rank == 2, "An embedding takes weights [count, size], not \(weights.shape).",
      file: file, line: line)
    if let paddingIndex {
      require(
        (0..<weights.shape[0]).contains(paddingIndex),
        "The padding \(paddingIndex) is none of \(weights.shape[0]) vectors.", file: file,
        line: line)
    }
    self.weights = weights
    self.paddingIndex = paddingIndex
  }

  /// A layer of random vectors `[count, size]`, by default of the standard normal distribution; that of the
  /// padding is zero. Traps for negative sizes, or a padding that has no vector.
  public init(
    of count: Int, size: Int, paddingIndex: Int? = nil,
    initialization: Initialization = .normal(standardDeviation: 1),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    let vectors = Self.randomVectors(
      of: count, size: size, paddingIndex, initialization, &generator, file, line)
    self.init(weights: vectors, paddingIndex: paddingIndex, file: file, line: line)
  }

  /// Random vectors, with zeros for the padding, if it is one of them.
  fileprivate static func randomVectors(
    of count: Int, size: Int, _ paddingIndex: Int?, _ initialization: Initialization,
    _ generator: inout RandomNumbers, _ file: StaticString, _ line: UInt
  ) -> Tensor<S> {
    var vectors = Tensor<S>.initial(
      initialization, shape: [count, size], using: &generator, file: file, line: line)
    if let paddingIndex, (0..<count).contains(paddingIndex) {
      for place in 0..<size { vectors.values[paddingIndex * size + place] = 0 }
    }
    return vectors
  }

  /// The vectors of the given numbers, the same in training and inference. Traps for a number that
  /// has no vector.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let vectors = gather(weights, x, file: pass.place.file, line: pass.place.line)
    guard let paddingIndex else { return vectors }
    let isPadding = x.equals(S(paddingIndex)).reshaped(x.shape + [1])
    return select(vectors.detached, where: isPadding, else: vectors)
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
  /// A layer of random vectors `[count, size]`, by default of the standard normal distribution; that of the
  /// padding is zero. Traps for negative sizes, or a padding that has no vector.
  public init(
    of count: Int, size: Int, paddingIndex: Int? = nil,
    initialization: Initialization = .normal(standardDeviation: 1),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    let vectors = Self.randomVectors(
      of: count, size: size, paddingIndex, initialization, &generator, file, line)
    self.init(weights: vectors, paddingIndex: paddingIndex, file: file, line: line)
  }
}
