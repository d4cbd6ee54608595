/// The columns of data `[n, …]`: the numbers that stand at one place after the first axis.
struct Columns<S: Scalar> {
  /// The shape of one example.
  let shape: [Int]
  /// The number of columns.
  let count: Int
  private let values: [S]

  init(_ x: Tensor<S>) {
    shape = Array(x.shape.dropFirst())
    count = elementCount(shape)
    values = x.values
  }

  /// One number for each column.
  func filled(_ number: S) -> [S] { [S](repeating: number, count: count) }

  /// The numbers of a column from first to last, without those that are missing.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func numbers(in column: Int) -> [S] {
    var result: [S] = []
    result.reserveCapacity(values.count / count)
    for place in stride(from: column, to: values.count, by: count) where !values[place].isNaN {
      result.append(values[place])
    }
    return result
  }
}

func requireExamples<S: Scalar>(_ x: Tensor<S>, file: StaticString, line: UInt) {
  require(
    x.rank > 0, "Data to fit is [n, …], an example a row, not one number.", file: file, line: line)
}

/// Stops the program unless a tensor holds examples of a shape, or is one.
func requireFit<S: Scalar>(
  _ x: Tensor<S>, _ example: [Int], file: StaticString, line: UInt
) {
  require(
    x.shape == example || Array(x.shape.dropFirst()) == example,
    "Fitted to examples of shape \(example), it does not fit data of shape \(x.shape).",
    file: file, line: line)
}
