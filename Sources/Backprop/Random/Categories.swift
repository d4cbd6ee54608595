extension Tensor {
  /// A class for each line of logits `[…, classes]`, drawn with the probabilities `softmax(logits)`: whole
  /// numbers of shape `[…]`.
  ///
  ///     let token = Tensor.categorical(logits: scores / temperature, using: &generator)
  ///
  /// Each line takes one number of the generator. It is drawn once: a step of training that samples takes
  /// ``Pass/categorical(logits:)``. Traps for a scalar, or no classes.
  public static func categorical(
    logits: Tensor, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    requireClasses(logits, file: file, line: line)
    logits.noteReading()
    let shape = Array(logits.shape.dropLast())
    let uniform: Tensor = RandomOperation.uniform(shape: shape).draw(using: &generator)
    return classes(of: Tensor(unchecked: logits.shape, logits.values), at: uniform)
  }
}

extension Pass {
  /// A class for each line of logits `[…, classes]`, drawn with the probabilities `softmax(logits)`; anew
  /// in each step of training, also when it is replayed. No derivative goes through it.
  ///
  /// Each line takes one number of the pass's generator. Traps for a scalar, or no classes.
  public mutating func categorical(logits: Tensor<S>) -> Tensor<S> {
    requireClasses(logits, file: place.file, line: place.line)
    let uniform = draw(.uniform(shape: Array(logits.shape.dropLast())), like: logits)
    return classes(of: logits, at: uniform)
  }
}

private func requireClasses<S: Scalar>(_ logits: Tensor<S>, file: StaticString, line: UInt) {
  require(
    logits.rank > 0 && logits.shape[logits.rank - 1] > 0,
    "A class is drawn by logits [..., classes], not \(logits.shape).", file: file, line: line)
}

/// The first class up to which the probabilities add up to more than a number in `0..<1`. Classes without
/// probability are never drawn, whatever is rounded.
private func classes<S: Scalar>(of logits: Tensor<S>, at uniform: Tensor<S>) -> Tensor<S> {
  let sums = softmax(logits).cumulativeSum(axis: -1)
  let count = logits.shape[logits.rank - 1]
  let total = sums.slice((count - 1)..<count, axis: -1)
  let bound = uniform.reshaped(total.shape) * total
  return ((sums <= bound) * (sums < total)).sum(axis: -1)
}
