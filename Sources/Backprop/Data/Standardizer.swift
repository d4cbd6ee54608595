/// Shifts and scales each column to mean 0 and standard deviation 1: `z = (x − μ) / σ`.
///
///     let scaler = Standardizer(fitting: parts.training.inputs)
///     let training = parts.training.mapInputs { scaler.transform($0) }
///     let test = parts.test.mapInputs { scaler.transform($0) }
///
/// Fit it on training data alone: the test data would be no test if anything were learned from it.
/// A column is all that stands at one place after the first axis, so that `[n, d]` has `d` columns
/// and `[n]` has one. `σ² = Σ (x − μ)² / n`. A column whose numbers are all equal has `σ = 1`, so
/// that it becomes 0. NaN, which stands for a missing value, is left out of `μ` and `σ`, and stays
/// NaN; a column of nothing else has `μ = 0` and `σ = 1`.
public struct Standardizer<S: Scalar>: Equatable, Sendable {
  /// `μ`, of the shape of one example.
  public let mean: Tensor<S>
  /// `σ`, of the shape of one example.
  public let standardDeviation: Tensor<S>

  /// A standardizer with the means and standard deviations of data `[n, …]`. Traps for a scalar.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public init(fitting x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line) {
    requireExamples(x, file: file, line: line)
    let columns = Columns(x)
    var (means, deviations) = (columns.filled(0), columns.filled(1))
    for column in 0..<columns.count {
      let statistics = momentsOf(columns: columns, column)
      means[column] = statistics.mean
      deviations[column] = statistics.deviation
    }
    mean = Tensor(unchecked: columns.shape, means)
    standardDeviation = Tensor(unchecked: columns.shape, deviations)
  }

  /// A standardizer with known means and standard deviations.
  ///
  /// Traps unless both have one shape and the deviations are positive.
  public init(
    mean: Tensor<S>, standardDeviation: Tensor<S>, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    require(
      mean.shape == standardDeviation.shape,
      "Means of shape \(mean.shape) and standard deviations of shape "
        + "\(standardDeviation.shape): both must have one shape.", file: file, line: line)
    require(
      standardDeviation.values.allSatisfy { $0 > 0 }, "Standard deviations must be positive.",
      file: file, line: line)
    self.mean = mean.detached
    self.standardDeviation = standardDeviation.detached
  }

  /// `(x − μ) / σ` of data `[n, …]`, or of one example. Traps for examples of another shape.
  public func transform(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    requireFit(x, mean.shape, file: file, line: line)
    return (x - mean) / standardDeviation
  }

  /// The data `z σ + μ` that would be transformed to `z`. Traps for examples of another shape.
  public func inverse(
    _ z: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    requireFit(z, mean.shape, file: file, line: line)
    return z * standardDeviation + mean
  }
}

@_specialize(where S == Double)
@_specialize(where S == Float)
private func momentsOf<S: Scalar>(columns: Columns<S>, _ column: Int) -> (mean: S, deviation: S) {
  let numbers = columns.numbers(in: column)
  guard let first = numbers.first else { return (0, 1) }
  // Rounding would give equal numbers a mean beside them, and a deviation that is tiny but not 0.
  if numbers.allSatisfy({ $0 == first }) { return (first, 1) }
  let mean = total(numbers) / S(numbers.count)
  let squares = total(numbers.map { ($0 - mean) * ($0 - mean) })
  let deviation = (squares / S(numbers.count)).squareRoot()
  if !deviation.isFinite { return momentsOfLarge(numbers) ?? (mean, deviation) }
  return (mean, deviation > 0 ? deviation : 1)
}

/// The moments of finite numbers whose sum, or whose squares, are too large; nil if some are infinite.
private func momentsOfLarge<S: Scalar>(_ numbers: [S]) -> (mean: S, deviation: S)? {
  let largest = numbers.reduce(0) { max($0, $1.magnitude) }
  guard largest.isFinite else { return nil }
  let parts = numbers.map { $0 / largest }
  let mean = total(parts) / S(parts.count)
  let squares = total(parts.map { ($0 - mean) * ($0 - mean) })
  return (mean * largest, (squares / S(parts.count)).squareRoot() * largest)
}
