/// A data set in three parts that have no example in common.
///
///     let parts = data.split(validation: 0.2, test: 0.2, using: &generator)
///     let scaler = Standardizer(fitting: parts.training.inputs)
public struct DataSplit<S: Scalar>: Equatable, Sendable {
  /// What a model learns from, and what scalers and fillings are fitted on.
  public let training: Dataset<S>
  /// What tells when to stop and which settings are better.
  public let validation: Dataset<S>
  /// What is looked at once, in the end.
  public let test: Dataset<S>
}

extension Dataset {
  /// Divides the examples at random.
  ///
  /// - Parameters:
  ///   - validation: The part of all examples that becomes validation data, between 0 and 1; the
  ///     number of examples is rounded to the nearest.
  ///   - test: The part that becomes test data. What is left is training data.
  ///
  /// Traps for parts below 0, or that are more than 1 together.
  public func split(
    validation: Double, test: Double = 0, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> DataSplit<S> {
    let sizes = partSizes(validation: validation, test: test, file: file, line: line)
    let order = generator.permutation(of: count)
    let trained = count - sizes.validation - sizes.test
    return DataSplit(
      training: selecting(Array(order[..<trained])),
      validation: selecting(Array(order[trained..<(trained + sizes.validation)])),
      test: selecting(Array(order[(trained + sizes.validation)...])))
  }

  /// Divides the examples at random, so that each part has of every class as large a share as the
  /// whole: of class `k` with `nₖ` of the `n` examples, a part of `m` has `m nₖ / n`, rounded up for
  /// the classes with the largest fractions and down for the others.
  ///
  /// The test data is drawn from all, the validation data from the rest. Traps as
  /// ``split(validation:test:using:file:line:)`` does, and unless the targets are ``labels``.
  ///
  /// Source: R. Kohavi, "A study of cross-validation and bootstrap for accuracy estimation and
  /// model selection", IJCAI (1995).
  public func stratifiedSplit(
    validation: Double, test: Double = 0, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> DataSplit<S> {
    let sizes = partSizes(validation: validation, test: test, file: file, line: line)
    let labels = labels
    var counts = [Int](repeating: 0, count: (labels.max() ?? -1) + 1)
    for label in labels { counts[label] += 1 }
    var tested = shares(of: counts, total: sizes.test)
    var validated = shares(
      of: zip(counts, tested).map { $0 - $1 }, total: sizes.validation)
    var parts: (training: [Int], validation: [Int], test: [Int]) = ([], [], [])
    for place in generator.permutation(of: count) {
      let label = labels[place]
      if tested[label] > 0 {
        tested[label] -= 1
        parts.test.append(place)
      } else if validated[label] > 0 {
        validated[label] -= 1
        parts.validation.append(place)
      } else {
        parts.training.append(place)
      }
    }
    return DataSplit(
      training: selecting(parts.training), validation: selecting(parts.validation),
      test: selecting(parts.test))
  }

  private func partSizes(
    validation: Double, test: Double, file: StaticString, line: UInt
  ) -> (validation: Int, test: Int) {
    require(
      validation >= 0 && test >= 0 && validation + test <= 1,
      "The parts \(validation) and \(test) for validation and test must be 0 or more, and no more "
        + "than 1 together.", file: file, line: line)
    let tested = Int((test * Double(count)).rounded())
    let validated = Int((validation * Double(count)).rounded())
    return (min(validated, count - tested), tested)
  }
}

/// `total` divided as some counts are to each other, in whole numbers: all are rounded down, and what
/// is left goes, one each, to those that lost most; among equals to the first.
///
/// This is Hamilton's method, the mode of the hypergeometric distribution except for ties.
func shares(of counts: [Int], total: Int) -> [Int] {
  let sum = counts.reduce(0, +)
  if sum == 0 { return counts }
  var result = counts.map { $0 * total / sum }
  let byLoss = counts.indices.sorted { a, b in
    let (first, second) = (counts[a] * total % sum, counts[b] * total % sum)
    return first == second ? a < b : first > second
  }
  for index in byLoss.prefix(total - result.reduce(0, +)) { result[index] += 1 }
  return result
}
