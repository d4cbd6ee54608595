/// The Kullback–Leibler divergence of predictions from targets, `Σ t (ln t − ln p)`, summed over the last axis
/// and averaged over all others, as a scalar; with `p` the softmax of the logits.
///
/// It is 0 where both are the same, and the cross-entropy less the targets' entropy. Targets of zero count as
/// nothing. Traps unless both have the same shape, with an axis.
///
/// Source: S. Kullback and R. Leibler, "On information and sufficiency", Annals of Mathematical Statistics 22
/// (1951).
public func klDivergence<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "klDivergence", file: file, line: line)
  require(logits.rank > 0, "klDivergence of scalars: classes are an axis.", file: file, line: line)
  // ln 0 is kept out: its weight is zero, and so must be what comes back through it.
  let isZero = targets.equals(0)
  let terms = targets * log(targets + isZero) - elementwise(.weigh, targets, logSoftmax(logits))
  return terms.sum() / S(elementCount(Array(logits.shape.dropLast())))
}

/// The mean of `max(0, 1 − y s)` over scores `s` and targets `y` of −1 or 1, as a scalar: the loss of a support
/// vector machine.
///
/// Where `y s` is 1 the derivative is taken as 0. Traps unless both have the same shape.
///
/// Source: C. Cortes and V. Vapnik, "Support-vector networks", Machine Learning 20 (1995).
public func hingeLoss<S: Scalar>(
  scores: Tensor<S>, targets: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(scores, targets, "hingeLoss", file: file, line: line)
  return relu(1 - targets * scores).mean()
}

/// The cross-entropy of logits `[…, classes]` with labels `[…]`, of which those that equal `ignoringIndex` count
/// for nothing, such as the padding of sequences: the mean over the others.
///
/// Without any others it is NaN, as in PyTorch. Traps for other shapes, or a label that is neither a class nor
/// ignored.
public func crossEntropy<S: Scalar>(
  logits: Tensor<S>, labels: Tensor<S>, ignoringIndex: Int, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor<S> {
  require(
    logits.rank > 0 && Array(logits.shape.dropLast()) == labels.shape,
    "crossEntropy of \(logits.shape) and labels \(labels.shape): logits must be [..., classes], with a "
      + "label for each line.", file: file, line: line)
  let counts = 1 - labels.equals(S(ignoringIndex))
  let targets = oneHot(
    elementwise(.weigh, counts, labels), classes: logits.shape[logits.rank - 1], file: file,
    line: line)
  let weighted = targets * counts.reshaped(labels.shape + [1])
  return -elementwise(.weigh, weighted, logSoftmax(logits)).sum() / counts.sum()
}
