extension Dataset where S == Double {
  /// Points near a plane: inputs `[n, d]`, targets `[n, 1]`.
  ///
  /// Each input is of the standard normal distribution, and `y = w · x + b + ε` with `ε` of a normal
  /// distribution. Traps for a negative count or noise.
  ///
  /// - Parameter weights: `w`, one for each of the `d` inputs.
  public static func linear(
    weights: [Double], bias: Double = 0, count: Int, noise: Double = 0,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    requireNoise(noise, file: file, line: line)
    let x = Tensor.normal(shape: [count, weights.count], using: &generator)
    let y = matmul(x, Tensor(weights)) + bias
    return Dataset(
      inputs: x, targets: noisy(y.reshaped([count, 1]), noise, using: &generator))
  }
}
