/// The products of the matrices on the last two axes; a vector stands for a matrix of one row on the left
/// and of one column on the right.
func batchedProduct<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString, line: UInt
) -> Tensor<S> {
  if a.rank == 1 {
    let row = a.withUnitAxis(0)
    let result = productOfMatrices(row, b, transposing: false, file: file, line: line)
    var shape = result.shape
    shape.remove(at: shape.count - 2)
    return result.reshaped(shape)
  }
  if b.rank == 1 {
    let column = b.withUnitAxis(1)
    let result = productOfMatrices(a, column, transposing: false, file: file, line: line)
    return result.reshaped(Array(result.shape.dropLast()))
  }
  return productOfMatrices(a, b, transposing: false, file: file, line: line)
}

/// The products of matrices on the last two axes, the right ones taken transposed or not. Traps unless
/// they fit and the leading axes broadcast.
func productOfMatrices<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, transposing: Bool, file: StaticString, line: UInt
) -> Tensor<S> {
  let suffix = transposing ? " transposed" : ""
  guard a.rank >= 2, b.rank >= 2, a.shape[a.rank - 1] == b.shape[b.rank - (transposing ? 1 : 2)],
    let leading = broadcastShape(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
  else {
    fail(
      "matmul of \(a.shape) and \(b.shape)\(suffix): the matrices on the last two axes must fit, and "
        + "the axes before them broadcast.", file: file, line: line)
  }
  let (m, depth) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
  let n = b.shape[b.rank - (transposing ? 2 : 1)]
  let operation = BinaryOperation.matrixProduct(transposeLeft: false, transposeRight: transposing)
  if b.rank == 2 {
    // One matrix for all: the rows of all the others in one product.
    let rows = a.reshaped([elementCount(leading) * m, depth])
    return apply(operation, rows, b).reshaped(leading + [m, n])
  }
  func matrices(_ x: Tensor<S>) -> Tensor<S> {
    let sizes = Array(x.shape.suffix(2))
    let larger = leading + sizes
    let repeated = x.shape == larger ? x : apply(.broadcast(shape: larger), x)
    return repeated.reshaped([elementCount(leading)] + sizes)
  }
  return apply(operation, matrices(a), matrices(b)).reshaped(leading + [m, n])
}
