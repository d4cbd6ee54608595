/// The cross-entropy of logits with the classes that are right, as a scalar.
///
/// For each example `−ln softmax(z)ₖ`, with `k` its class, and of these the mean. The derivative
/// with respect to the logits is `(softmax(z) − t) / n`, with `t` 1 at `k` and else 0.
///
/// - Parameters:
///   - logits: `[n, classes]`, an example a row.
///   - labels: The classes of the `n` examples, from 0 on.
///   - smoothing: `ε`, the part of each target that is spread over all classes: `t` becomes
///     `(1 − ε) t + ε / classes`.
///   - classWeights: `w`, of shape `[classes]`: how much each class counts. Each term
///     `−tₖ ln softmax(z)ₖ` is multiplied by `wₖ`, and the sum is divided not by `n` but by the sum
///     of the weights of the examples' classes.
///
/// Traps for other shapes, a label that is no class, or a smoothing outside `0...1`.
///
/// Source of the smoothing: C. Szegedy et al., "Rethinking the Inception architecture for computer
/// vision", CVPR (2016), section 7.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func crossEntropy<S: Scalar>(
  logits: Tensor<S>, labels: [Int], smoothing: S = 0, classWeights: Tensor<S>? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    logits.rank == 2 && logits.shape[0] == labels.count,
    "crossEntropy of \(logits.shape) and \(labels.count) labels: logits must be [n, classes], with "
      + "a label for each row.", file: file, line: line)
  let classes = logits.shape[1]
  for label in labels {
    require(
      label >= 0 && label < classes, "The label \(label) is not one of \(classes) classes.",
      file: file, line: line)
  }
  return crossEntropy(
    logits: logits, labels: Tensor(labels.map { S($0) }), smoothing: smoothing,
    classWeights: classWeights, file: file, line: line)
}

/// The cross-entropy of logits with the classes that are right, given as a tensor: the same numbers
/// as with an array of labels.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: `[…]`, the classes as whole numbers from 0 on. No derivative reaches them.
///   - smoothing: `ε`; see ``crossEntropy(logits:labels:smoothing:classWeights:file:line:)``.
///   - classWeights: `w`, of shape `[classes]`: how much each class counts.
///
/// Traps for other shapes, a label that is no class, or a smoothing outside `0...1`.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func crossEntropy<S: Scalar>(
  logits: Tensor<S>, labels: Tensor<S>, smoothing: S = 0, classWeights: Tensor<S>? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    logits.rank > 0 && labels.shape == Array(logits.shape.dropLast()),
    "crossEntropy of \(logits.shape) and labels \(labels.shape): logits must be […, classes], "
      + "labels […].", file: file, line: line)
  let classes = logits.shape[logits.rank - 1]
  requireValid(smoothing, classWeights, classes: classes, file: file, line: line)
  let right = oneHot(labels, classes: classes, file: file, line: line)
  var weighted = right
  if smoothing != 0 { weighted = right * (1 - smoothing) + smoothing / S(classes) }
  guard let classWeights else {
    return -elementwise(.weigh, weighted, logSoftmax(logits)).sum() / S(labels.count)
  }
  weighted = weighted * classWeights
  return -elementwise(.weigh, weighted, logSoftmax(logits)).sum()
    / gather(classWeights, labels).sum()
}

/// The cross-entropy of one example's logits, `[classes]`, with the class that is right.
///
/// `−ln softmax(z)ₖ`, with `k` the label. Traps for another shape or a label that is no class.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func crossEntropy<S: Scalar>(
  logits: Tensor<S>, label: Int, smoothing: S = 0,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    logits.rank == 1, "crossEntropy of \(logits.shape) and one label: logits must be [classes].",
    file: file, line: line)
  return crossEntropy(
    logits: logits.reshaped([1, logits.count]), labels: [label], smoothing: smoothing,
    file: file, line: line)
}

/// The cross-entropy of logits with distributions over the classes, as a scalar.
///
/// For each example `−Σ tₖ ln softmax(z)ₖ` over the classes, and of these the mean. A derivative
/// reaches the targets too.
///
/// - Parameters:
///   - logits: `[n, classes]`, an example a row, or `[classes]`.
///   - targets: `t`, of the same shape: each row's numbers are not negative, and their sum is 1.
///   - smoothing: `ε`: `t` becomes `(1 − ε) t + ε / classes`.
///   - classWeights: `w`, of shape `[classes]`, by which each class's term is multiplied. The sum
///     is divided by `n` all the same.
///
/// Traps for other shapes, or a smoothing outside `0...1`.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func crossEntropy<S: Scalar>(
  logits: Tensor<S>, targets: Tensor<S>, smoothing: S = 0, classWeights: Tensor<S>? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  requireSameShapes(logits, targets, "crossEntropy", file: file, line: line)
  require(
    (1...2).contains(logits.rank),
    "crossEntropy of \(logits.shape): logits must be [classes] or [n, classes].",
    file: file, line: line)
  let classes = logits.shape[logits.rank - 1]
  requireValid(smoothing, classWeights, classes: classes, file: file, line: line)
  var weighted = targets
  if smoothing != 0 { weighted = (1 - smoothing) * weighted + smoothing / S(classes) }
  if let classWeights { weighted = weighted * classWeights }
  let examples = logits.rank == 1 ? 1 : logits.shape[0]
  return -elementwise(.weigh, weighted, logSoftmax(logits)).sum() / S(examples)
}

private func requireValid<S: Scalar>(
  _ smoothing: S, _ classWeights: Tensor<S>?, classes: Int, file: StaticString, line: UInt
) {
  require(
    smoothing >= 0 && smoothing <= 1, "A smoothing lies in 0...1, not at \(smoothing).",
    file: file, line: line)
  if let classWeights {
    require(
      classWeights.shape == [classes],
      "Weights of shape \(classWeights.shape) do not fit \(classes) classes.",
      file: file, line: line)
  }
}
