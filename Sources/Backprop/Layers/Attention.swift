/// What each query sees of some values: `softmax(q kᵀ / √d) v`, a mean of the values weighted by how well
/// their keys fit the query.
///
/// | argument | shape |
/// |---|---|
/// | `queries` | `[…, q, d]` |
/// | `keys` | `[…, k, d]` |
/// | `values` | `[…, k, e]` |
/// | `mask` | broadcasts to `[…, q, k]`: 1 where a query may see a value, else 0 |
///
/// The result is `[…, q, e]`; the leading axes broadcast. A query that may see nothing has NaN. The mask has
/// no derivative. Traps for other shapes.
///
/// Source: A. Vaswani et al., "Attention is all you need", NIPS (2017), equation 1.
public func attention<S: Scalar>(
  queries: Tensor<S>, keys: Tensor<S>, values: Tensor<S>, mask: Tensor<S>? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    queries.rank >= 2 && keys.rank >= 2 && values.rank >= 2
      && keys.shape[keys.rank - 2] == values.shape[values.rank - 2]
      && queries.shape.last == keys.shape.last,
    "Attention takes queries [..., q, d], keys [..., k, d] and values [..., k, e], not "
      + "\(queries.shape), \(keys.shape) and \(values.shape).", file: file, line: line)
  let size = S(queries.shape[queries.rank - 1])
  var scores =
    matmul(queries / size.squareRoot(), transposing: keys, file: file, line: line)
  if let mask {
    require(
      broadcastShape(mask.shape, scores.shape) == scores.shape,
      "A mask of shape \(mask.shape) does not broadcast to scores \(scores.shape).", file: file,
      line: line)
    // 0 where a value may be seen, −∞ where not.
    scores = scores + log(mask.stoppingDerivatives)
  }
  return matmul(softmax(scores), values, file: file, line: line)
}

/// Attention of several heads: each sees the sequence through projections of its own, and what they see is
/// joined and projected.
///
/// `[t, size]`, a sequence, or `[n, t, size]`, several of one length, keeps its shape. Of each step's `size`
/// numbers the `h` heads get `size / h` each.
///
///     let layer = MultiHeadAttention(size: 8, heads: 2, isCausal: true, using: &generator)
///     layer(x)      // each step sees itself and those before it
///
/// The parameters are PyTorch's `MultiheadAttention`'s. Source: A. Vaswani et al., "Attention is all you
/// need", NIPS (2017), section 3.2.2.
public struct MultiHeadAttention<S: Scalar>: Layer {
  /// The weights of the queries, keys and values one after another, `[3 size, size]`.
  public var inputWeights: Tensor<S>
  /// Their biases, `[3 size]`.
  public var inputBias: Tensor<S>
  /// What the joined heads go through, from `size` to `size`.
  public var output: Dense<S>
  /// How many heads there are.
  public let heads: Int
  /// Whether a step sees only itself and those before it.
  public var isCausal: Bool

  /// A layer of given weights, `[3 size, size]`, biases, `[3 size]`, and output layer. Traps for other
  /// shapes, or heads that do not divide the size.
  public init(
    inputWeights: Tensor<S>, inputBias: Tensor<S>, output: Dense<S>, heads: Int,
    isCausal: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) {
    let size = output.weights.shape[0]
    require(
      output.weights.shape == [size, size] && inputWeights.shape == [3 * size, size]
        && inputBias.shape == [3 * size],
      "Attention takes weights [3 size, size], a bias [3 size] and an output layer from size to size, "
        + "not \(inputWeights.shape), \(inputBias.shape) and \(output.weights.shape).", file: file,
      line: line)
    require(
      heads > 0 && size % heads == 0, "\(size) numbers are not divided among \(heads) heads.",
      file: file, line: line)
    self.inputWeights = inputWeights
    self.inputBias = inputBias
    self.output = output
    self.heads = heads
    self.isCausal = isCausal
  }

  /// A layer of random weights, by Glorot's uniform distribution, and no biases. Traps for a negative size,
  /// or heads that do not divide it.
  public init(
    size: Int, heads: Int, isCausal: Bool = false, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(size, size, file, line)
    self.init(
      inputWeights: .initial(.xavierUniform(), shape: [3 * size, size], using: &generator),
      inputBias: .zeros([3 * size]), output: Dense(from: size, to: size, using: &generator),
      heads: heads, isCausal: isCausal, file: file, line: line)
  }

  /// What the steps of sequences see of themselves. Traps for another shape.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    self(x, seeing: x, in: &pass)
  }

  /// What the steps of sequences see of other sequences, `[k, size]` or `[n, k, size]`.
  ///
  /// - Parameter mask: 1 where a step may see another one, else 0; broadcasts to `[n, heads, t, k]`.
  ///
  /// Traps for other shapes.
  public func callAsFunction(
    _ x: Tensor<S>, seeing other: Tensor<S>, mask: Tensor<S>? = nil, in pass: inout Pass<S>
  ) -> Tensor<S> {
    let (file, line) = pass.place
    let size = output.weights.shape[0]
    for sequences in [x, other] {
      require(
        (2...3).contains(sequences.rank) && sequences.rank == x.rank
          && sequences.shape[sequences.rank - 1] == size,
        "Attention of size \(size) takes [t, \(size)] or [n, t, \(size)], not \(sequences.shape).",
        in: pass)
    }
    func projected(_ sequences: Tensor<S>, _ part: Int) -> Tensor<S> {
      let range = (part * size)..<((part + 1) * size)
      let numbers =
        matmul(sequences, transposing: inputWeights[range], file: file, line: line)
        + inputBias[range]
      let divided = numbers.reshaped(sequences.shape.dropLast() + [heads, size / heads])
      return divided.permuted(sequences.rank == 2 ? [1, 0, 2] : [0, 2, 1, 3])
    }
    var visible = mask
    if isCausal {
      let causal = Tensor<S>.ones([x.shape[x.rank - 2], other.shape[x.rank - 2]]).lowerTriangle()
      visible = mask.map { $0 * causal } ?? causal
    }
    let seen = attention(
      queries: projected(x, 0), keys: projected(other, 1), values: projected(other, 2),
      mask: visible, file: file, line: line)
    let joined = seen.permuted(x.rank == 2 ? [1, 0, 2] : [0, 2, 1, 3]).reshaped(x.shape)
    return output(joined, in: &pass)
  }

  /// Visits `inputWeights`, `inputBias` and `output`.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("inputWeights", &inputWeights)
    visitor.visit("inputBias", &inputBias)
    visitor.visit("output", &output)
  }
}
