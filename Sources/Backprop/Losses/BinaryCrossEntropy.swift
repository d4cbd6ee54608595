/// The mean of `−y ln σ(z) − (1 − y) ln(1 − σ(z))` over all logits `z`, as a scalar.
///
/// Computed as `softplus(z) − y z`, which overflows nowhere, and is 0 or ∞ where a logit is infinite; its error is a rounding of `z`, so that a loss
/// far below that, for `z > 30` where `y = 1`, has few digits. Its derivative is `(σ(z) − y) / n`.
/// Targets lie between 0 and 1. Traps unless both have the same shape.
///
/// Source: D. R. Cox, "The regression analysis of binary sequences", Journal of the Royal
/// Statistical Society B 20 (1958).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func binaryCrossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "binaryCrossEntropy", file: file, line: line)
  return elementwise(
    .excess, softplus(logits), elementwise(.logitShare, targets, logits)
  ).mean()
}

/// The mean of `−w y ln σ(z) − (1 − y) ln(1 − σ(z))` over all logits `z`, as a scalar, where the
/// examples that are positive (`y = 1`) weigh `w` times as much as the others.
///
/// Its derivative is `((1 − y + w y) σ(z) − w y) / n`. Targets lie between 0 and 1. Traps unless both have
/// the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func binaryCrossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, positiveWeight: S,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "binaryCrossEntropy", file: file, line: line)
  return weighedErrors(logits, targets, positiveWeight).mean()
}

/// The mean of `v (−w y ln σ(z) − (1 − y) ln(1 − σ(z)))` over all logits `z`, as a scalar, where each
/// number has a weight `v` of its own, and those that are positive (`y = 1`) weigh `w` times as much.
///
/// The sum is divided by how many numbers there are, not by the sum of the weights, as in PyTorch.
///
/// - Parameters:
///   - logits: `z`, of any shape.
///   - targets: `y`, of the same shape, between 0 and 1.
///   - weights: `v`, of the same shape; a derivative reaches them too.
///   - positiveWeight: `w`.
///
/// Traps unless all have the same shape.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func binaryCrossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, weights: Tensor<S>, positiveWeight: S = 1,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "binaryCrossEntropy", file: file, line: line)
  require(
    weights.shape == logits.shape,
    "binaryCrossEntropy of \(logits.shape) and weights \(weights.shape): each number has a weight.",
    file: file, line: line)
  return elementwise(.weigh, weights, weighedErrors(logits, targets, positiveWeight)).mean()
}

/// `w y softplus(−z) + (1 − y) softplus(z)`; a weight of zero lets nothing infinite through.
@inline(__always)
private func weighedErrors<S: Scalar>(
  _ logits: Tensor<S>, _ targets: Tensor<S>, _ positiveWeight: S
) -> Tensor<S> {
  elementwise(.weigh, positiveWeight * targets, softplus(-logits))
    + elementwise(.weigh, 1 - targets, softplus(logits))
}
