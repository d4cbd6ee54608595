extension Tensor {
  /// A tensor of numbers from a normal distribution.
  public static func normal(
    shape: [Int], mean: S = 0, standardDeviation: S = 1, using generator: inout RandomNumbers
  ) -> Tensor {
    Tensor(shape: shape) { mean + standardDeviation * S(generator.normal()) }
  }

  /// A tensor of numbers from a range, each equally likely.
  public static func uniform(
    in range: ClosedRange<S>, shape: [Int], using generator: inout RandomNumbers
  ) -> Tensor {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    return Tensor(shape: shape) { S(generator.uniform(in: bounds)) }
  }

  fileprivate init(shape: [Int], _ next: () -> S) {
    let count = elementCount(shape)
    var values: [S] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(next()) }
    self.init(unchecked: shape, values)
  }
}

// Where nothing says what the numbers are, these make them doubles.
extension Tensor where S == Double {
  /// A tensor of numbers from a normal distribution.
  public static func normal(
    shape: [Int], mean: Double = 0, standardDeviation: Double = 1,
    using generator: inout RandomNumbers
  ) -> Tensor {
    Tensor(shape: shape) { mean + standardDeviation * generator.normal() }
  }

  /// A tensor of numbers from a range, each equally likely.
  public static func uniform(
    in range: ClosedRange<Double>, shape: [Int], using generator: inout RandomNumbers
  ) -> Tensor {
    Tensor(shape: shape) { generator.uniform(in: range) }
  }
}
