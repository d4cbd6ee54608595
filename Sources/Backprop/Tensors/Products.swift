/// The matrix product.
///
/// | left | right | result |
/// |---|---|---|
/// | `[m, k]` | `[k, n]` | `[m, n]` |
/// | `[m, k]` | `[k]` | `[m]` |
/// | `[k]` | `[k, n]` | `[n]` |
/// | `[k]` | `[k]` | `[]`, the dot product |
/// | `[…, m, k]` | `[…, k, n]` | `[…, m, n]`, matrix by matrix; the leading axes broadcast |
///
/// A vector beside more than a matrix stands for each of the matrices.
///
/// Each number is `Σₖ aᵢₖ bₖⱼ`, summed from the first `k` to the last: `m k n` products in all. Traps
/// for other shapes.
public func matmul<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  if a.rank > 2 || b.rank > 2 { return batchedProduct(a, b, file: file, line: line) }
  let fits = (1...2).contains(a.rank) && (1...2).contains(b.rank) && a.shape.last == b.shape[0]
  require(
    fits,
    "matmul of \(a.shape) and \(b.shape): the last axis of the left and the first of the "
      + "right must agree, and each have one axis or two.", file: file, line: line)
  switch (a.rank, b.rank) {
  case (2, 2): return apply(.matrixProduct(transposeLeft: false, transposeRight: false), a, b)
  case (2, 1): return apply(.matrixVectorProduct(transposed: false), a, b)
  case (1, 2): return apply(.matrixVectorProduct(transposed: true), b, a)
  default: return apply(.innerProduct, a, b)
  }
}

/// The product `a bᵀ` of `[m, k]` and `[n, k]`, of shape `[m, n]`; or of `[…, m, k]` and `[…, n, k]`,
/// matrix by matrix, where the leading axes broadcast.
///
/// The same numbers as `matmul(a, b.transposed)`, with one operation less. Traps for other shapes.
public func matmul<S: Scalar>(
  _ a: Tensor<S>, transposing b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  if a.rank > 2 && b.rank >= 2 || a.rank == 2 && b.rank > 2 {
    return productOfMatrices(a, b, transposing: true, file: file, line: line)
  }
  require(
    a.rank == 2 && b.rank == 2 && a.shape[1] == b.shape[1],
    "matmul of \(a.shape) and \(b.shape) transposed: both must be matrices whose last axes agree.",
    file: file, line: line)
  return apply(.matrixProduct(transposeLeft: false, transposeRight: true), a, b)
}

/// The dot product `Σ aᵢ bᵢ` of two vectors. Traps unless both have the shape `[n]`.
public func dot<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    a.rank == 1 && a.shape == b.shape,
    "dot of \(a.shape) and \(b.shape): both must be vectors of one length.",
    file: file, line: line)
  return apply(.innerProduct, a, b)
}

/// The outer product `aᵢ bⱼ` of `[m]` and `[n]`, of shape `[m, n]`. Traps for other shapes.
public func outer<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    a.rank == 1 && b.rank == 1,
    "outer of \(a.shape) and \(b.shape): both must be vectors.", file: file, line: line)
  return apply(.outerProduct, a, b)
}

extension Tensor {
  /// The transposed matrix, of shape `[n, m]` for `[m, n]`. Traps unless the rank is 2.
  public var transposed: Tensor {
    require(
      rank == 2, "Only a matrix has a transpose; this tensor has shape \(shape).",
      file: #fileID, line: #line)
    return apply(.transpose, self)
  }
}
