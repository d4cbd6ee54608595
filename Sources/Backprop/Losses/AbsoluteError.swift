/// `Σ |p − y|`, as a scalar; its derivative is the sign of `p − y`, zero where they are equal.
///
/// Traps unless both have the same shape.
///
/// Source: P. Bloomfield and W. Steiger, Least Absolute Deviations (1983).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func sumAbsoluteError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "sumAbsoluteError", file: file, line: line)
  return abs(predictions - targets).sum()
}

/// The mean of `|p − y|` over all numbers, as a scalar; its derivative is the sign of `p − y` over `n`,
/// zero where they are equal.
///
/// Traps unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func meanAbsoluteError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "meanAbsoluteError", file: file, line: line)
  return abs(predictions - targets).mean()
}
