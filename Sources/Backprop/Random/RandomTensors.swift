extension Tensor {
  /// A tensor of numbers from a normal distribution, `mean + standardDeviation · z`, drawn in row-major
  /// order. Traps for a negative length.
  ///
  ///     let noise = Tensor.normal(shape: [2, 3], standardDeviation: 0.1, using: &generator)
  public static func normal(
    shape: [Int], mean: S = 0, standardDeviation: S = 1, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(shape: shape, file, line) { mean + standardDeviation * S(generator.normal()) }
  }

  /// A tensor of numbers from a range, each equally likely, drawn in row-major order. Traps for a negative
  /// length.
  ///
  ///     let weights = Tensor.uniform(in: -0.5...0.5, shape: [2, 3], using: &generator)
  public static func uniform(
    in range: ClosedRange<S>, shape: [Int], using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    return Tensor(shape: shape, file, line) { S(generator.uniform(in: bounds)) }
  }

  fileprivate init(
    shape: [Int], _ file: StaticString, _ line: UInt, _ next: () -> S
  ) {
    requireShape(shape, file: file, line: line)
    let count = elementCount(shape)
    var values: [S] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(next()) }
    self.init(unchecked: shape, values)
  }
}

// Where nothing says what the numbers are, these make them doubles.
extension Tensor where S == Double {
  /// A tensor of numbers from a normal distribution, `mean + standardDeviation · z`, drawn in row-major
  /// order. Traps for a negative length.
  ///
  ///     let noise = Tensor.normal(shape: [2, 3], standardDeviation: 0.1, using: &generator)
  public static func normal(
    shape: [Int], mean: Double = 0, standardDeviation: Double = 1,
    using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(shape: shape, file, line) { mean + standardDeviation * generator.normal() }
  }

  /// A tensor of numbers from a range, each equally likely, drawn in row-major order. Traps for a negative
  /// length.
  ///
  ///     let weights = Tensor.uniform(in: -0.5...0.5, shape: [2, 3], using: &generator)
  public static func uniform(
    in range: ClosedRange<Double>, shape: [Int], using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(shape: shape, file, line) { generator.uniform(in: range) }
  }
}
