/// The sum of Huber's loss over all differences `d = p − y`, as a scalar.
///
/// `½ d²` where `|d| ≤ δ`, and `δ (|d| − ½ δ)` beyond, with `δ` the threshold; its derivative is `d`,
/// held between `−δ` and `δ`. Traps unless both have the same shape and the threshold is positive.
///
/// Source: P. Huber, "Robust estimation of a location parameter", Annals of Mathematical
/// Statistics 35 (1964).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func sumHuberError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>, threshold: S = 1,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "sumHuberError", file: file, line: line)
  return huberErrors(predictions - targets, threshold, file: file, line: line).sum()
}

/// The mean of Huber's loss over all differences, as a scalar; see
/// ``sumHuberError(_:_:threshold:file:line:)``.
///
/// Traps unless both have the same shape and the threshold is positive.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func meanHuberError<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>, threshold: S = 1,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(predictions, targets, "meanHuberError", file: file, line: line)
  return huberErrors(predictions - targets, threshold, file: file, line: line).mean()
}

/// With `r` the difference held between `−δ` and `δ`, both branches are `r (d − ½ r)`.
@inline(__always)
private func huberErrors<S: Scalar>(
  _ differences: Tensor<S>, _ threshold: S, file: StaticString, line: UInt
) -> Tensor<S> {
  require(
    threshold > 0, "The threshold of Huber's loss must be positive, not \(threshold).",
    file: file, line: line)
  let held = maximum(minimum(differences, Tensor(threshold)), Tensor(-threshold))
  return held * (differences - 0.5 * held)
}
