/// The class of each row's largest number, the first if there are several, or of its first NaN: of logits
/// or probabilities `[n, classes]`, `n` classes from 0 on.
///
/// Traps for other shapes, or if there are no classes.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func predictedClasses<S: Scalar>(
  _ logits: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> [Int] {
  require(
    logits.rank == 2 && logits.shape[1] > 0,
    "Classes are predicted from [n, classes], not \(logits.shape).", file: file, line: line)
  let (rows, classes) = (logits.shape[0], logits.shape[1])
  var result: [Int] = []
  result.reserveCapacity(rows)
  logits.values.withUnsafeBufferPointer { values in
    for row in 0..<rows {
      result.append(placeOfLargest(values.baseAddress! + row * classes, classes, 1))
    }
  }
  return result
}

/// The part of predicted classes that are right. Traps unless there are labels, and as many of both.
public func accuracy(
  _ predicted: [Int], _ labels: [Int], file: StaticString = #fileID, line: UInt = #line
) -> Double {
  require(
    !labels.isEmpty && predicted.count == labels.count,
    "accuracy of \(predicted.count) predictions for \(labels.count) labels.",
    file: file, line: line)
  var right = 0
  for (guess, label) in zip(predicted, labels) where guess == label { right += 1 }
  return Double(right) / Double(labels.count)
}
