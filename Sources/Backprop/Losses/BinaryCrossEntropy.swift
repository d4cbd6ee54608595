/// The mean of `−y ln σ(z) − (1 − y) ln(1 − σ(z))` over all logits `z`, as a scalar.
///
/// Computed as `softplus(z) − y z`, which neither overflows nor loses digits; its derivative is
/// `(σ(z) − y) / n`. Targets lie between 0 and 1. Traps unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func binaryCrossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "binaryCrossEntropy", file: file, line: line)
  return (softplus(logits) - targets * logits).mean()
}

/// The mean of `−w y ln σ(z) − (1 − y) ln(1 − σ(z))` over all logits `z`, as a scalar, where the
/// examples that are positive (`y = 1`) weigh `w` times as much as the others.
///
/// Targets lie between 0 and 1. Traps unless both have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func binaryCrossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, positiveWeight: S,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "binaryCrossEntropy", file: file, line: line)
  let positive = (positiveWeight * targets) * softplus(-logits)
  return (positive + (1 - targets) * softplus(logits)).mean()
}
