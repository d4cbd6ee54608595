/// The parts of a table along its first axis at given indices: of `[v, d]` and `[n]`, the rows
/// `[n, d]`; in general of `[v, …]` and indices of any shape, that shape followed by `…`.
///
/// The indices are whole numbers from 0 to `v − 1`. The derivative is that of the table: what a
/// part contributes each time it is taken is added up. Traps if the table is a scalar, or an index
/// is another number.
public func gather<S: Scalar>(
  _ table: Tensor<S>, _ indices: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    table.rank > 0, "gather of a scalar: a table has an axis.", file: file, line: line)
  requireIndices(indices, below: table.shape[0], file: file, line: line)
  return apply(.gather, table, indices)
}

/// For each index a line of zeros, with one at the index: of shape `[…]`, `[…, classes]`.
///
/// The indices are whole numbers from 0 to `classes − 1`; traps for others.
public func oneHot<S: Scalar>(
  _ indices: Tensor<S>, classes: Int, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    classes >= 0, "oneHot of \(classes) classes.", file: file, line: line)
  requireIndices(indices, below: classes, file: file, line: line)
  return apply(.oneHot(classes: classes), indices)
}

/// Checks what the kernels check, to name the caller. A step that is replayed checks in its kernels.
@_specialize(where S == Double)
@_specialize(where S == Float)
func requireIndices<S: Scalar>(
  _ indices: Tensor<S>, below count: Int, file: StaticString, line: UInt
) {
  for number in indices.valuesUnnoted {
    require(
      number >= 0 && number < S(count) && number == number.rounded(.towardZero),
      "\(number) is not an index from 0 to \(count - 1).", file: file, line: line)
  }
}
