/// What a missing value is filled with.
///
///     Imputer(fitting: Tensor([1, .nan, 2, 9]), with: .mean).fillings        // 4.0
///     Imputer(fitting: Tensor([1, .nan, 2, 9]), with: .median).fillings      // 2.0
///     Imputer(fitting: Tensor([1, .nan, 2, 9]), with: .constant(0)).fillings // 0.0
public enum Imputation<S: Scalar>: Equatable, Sendable {
  /// The mean of the column's numbers.
  case mean
  /// The middle one of the column's numbers in order; of an even count, the mean of the middle two.
  case median
  /// One number for all.
  case constant(S)
}

/// Fills missing values, which are NaN, with a number for each column.
///
///     let imputer = Imputer(fitting: parts.training.inputs, with: .median)
///     let test = parts.test.mapInputs { imputer.fill($0) }
///
/// Fit it on training data alone. For what a column is, see ``Standardizer``.
///
/// Source: R. Little and D. Rubin, Statistical Analysis with Missing Data (1987).
public struct Imputer<S: Scalar>: Equatable, Sendable {
  /// What each column is filled with, of the shape of one example.
  public let fillings: Tensor<S>

  /// An imputer for data `[n, …]`.
  ///
  /// Traps for a scalar, and for the mean or median of a column in which every value is missing.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public init(
    fitting x: Tensor<S>, with imputation: Imputation<S>, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    requireExamples(x, file: file, line: line)
    let columns = Columns(x)
    var result = columns.filled(0)
    for column in 0..<columns.count {
      if case .constant(let number) = imputation {
        result[column] = number
        continue
      }
      let numbers = columns.numbers(in: column)
      require(
        !numbers.isEmpty,
        "Every value of column \(column) is missing, so that it has no mean or median: fill it "
          + "with a constant, or leave it out.", file: file, line: line)
      result[column] =
        imputation == .mean ? mean(of: numbers) : median(of: numbers)
    }
    fillings = Tensor(unchecked: columns.shape, result)
  }

  /// The data `[n, …]`, or one example, with no value missing. Traps for examples of another shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func fill(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    requireFit(x, fillings.shape, file: file, line: line)
    var values = x.values
    for i in values.indices where values[i].isNaN {
      values[i] = fillings.values[i % fillings.count]
    }
    return Tensor(unchecked: x.shape, values)
  }
}

/// The mean; where the sum is too large, that of the quotients.
private func mean<S: Scalar>(of numbers: [S]) -> S {
  let count = S(numbers.count)
  let mean = total(numbers) / count
  return mean.isFinite ? mean : total(numbers.map { $0 / count })
}

@_specialize(where S == Double)
@_specialize(where S == Float)
private func median<S: Scalar>(of numbers: [S]) -> S {
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  if sorted.count % 2 == 1 { return sorted[middle] }
  return sorted[middle - 1] / 2 + sorted[middle] / 2
}
