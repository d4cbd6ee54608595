/// The area under the receiver operating characteristic: how likely a positive example has a higher score than
/// a negative one, equal scores counting half.
///
/// ½ says that the scores tell nothing, 1 that every positive is above every negative. It is found from the
/// ranks in `n log n`; NaN if one of both kinds is missing. Traps unless there are as many labels as scores,
/// each 0 or 1, and for scores of NaN.
///
/// Source: J. Hanley and B. McNeil, "The meaning and use of the area under a receiver operating characteristic
/// (ROC) curve", Radiology 143 (1982).
public func areaUnderCurve<S: Scalar>(
  scores: Tensor<S>, labels: [Int], file: StaticString = #fileID, line: UInt = #line
) -> Double {
  require(
    scores.count == labels.count && labels.allSatisfy { $0 == 0 || $0 == 1 },
    "areaUnderCurve of \(scores.count) scores and \(labels.count) labels: there must be as many, each 0 "
      + "or 1.", file: file, line: line)
  let numbers = scores.scalars
  require(
    !numbers.contains { $0.isNaN }, "areaUnderCurve of a score that is NaN.", file: file, line: line
  )
  let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
  var (pairs, negatives, positives) = (0.0, 0.0, 0.0)
  var place = 0
  while place < order.count {
    // All of one score at a time.
    var (zeros, ones) = (0.0, 0.0)
    let score = numbers[order[place]]
    while place < order.count && numbers[order[place]] == score {
      if labels[order[place]] == 1 { ones += 1 } else { zeros += 1 }
      place += 1
    }
    pairs += ones * (negatives + zeros / 2)
    negatives += zeros
    positives += ones
  }
  return pairs / (negatives * positives)
}
