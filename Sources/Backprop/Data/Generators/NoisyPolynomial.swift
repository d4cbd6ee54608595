extension Dataset where S == Double {
  /// Points near a polynomial's curve: inputs and targets `[n, 1]`.
  ///
  /// `x` is equally likely everywhere in a range, and `y = c₀ + c₁ x + c₂ x² + … + ε` with `ε` of a
  /// normal distribution. Traps for a negative count or noise.
  ///
  /// - Parameter coefficients: `c₀, c₁, c₂, …`, that of the lowest power first.
  public static func polynomial(
    _ coefficients: [Double], count: Int, in range: ClosedRange<Double> = -1...1,
    noise: Double = 0, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    requireNoise(noise, file: file, line: line)
    let x = Tensor.uniform(in: range, shape: [count, 1], using: &generator)
    let y = x.values.map { x in coefficients.reversed().reduce(0) { $0 * x + $1 } }
    return Dataset(
      inputs: x, targets: noisy(Tensor(unchecked: [count, 1], y), noise, using: &generator))
  }
}
