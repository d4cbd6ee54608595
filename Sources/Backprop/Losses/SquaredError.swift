// The squared error by its four names, since sources differ in the factor. The sum over empty
// tensors is zero, and a mean is NaN.

/// `Σ (p − y)²`, as a scalar; its derivative is `2 (p − y)`. Traps unless both have the same shape.
///
/// Source: A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes (1805).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func sumSquaredError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "sumSquaredError", file: file, line: line)
  return square(predictions - targets).sum()
}

/// `½ Σ (p − y)²`, as a scalar; its derivative is `p − y`. Traps unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func halfSquaredError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "halfSquaredError", file: file, line: line)
  return 0.5 * square(predictions - targets).sum()
}

/// `½ Σ (p − y)² / n`, half the mean over all numbers, as a scalar; its derivative is
/// `(p − y) / n`. Traps unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func halfMeanSquaredError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "halfMeanSquaredError", file: file, line: line)
  return 0.5 * square(predictions - targets).mean()
}

/// The mean of `(p − y)²` over all numbers, as a scalar; its derivative is `2 (p − y) / n`. Traps
/// unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func meanSquaredError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "meanSquaredError", file: file, line: line)
  return square(predictions - targets).mean()
}

/// Stops a loss from broadcasting, which would give a number, but not the loss.
func requireSameShapes<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, _ name: StaticString, file: StaticString, line: UInt
) {
  require(
    a.shape == b.shape,
    "\(name) of \(a.shape) and \(b.shape): predictions and targets must have the same shape.",
    file: file, line: line)
}
