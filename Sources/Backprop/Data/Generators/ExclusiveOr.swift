extension Dataset where S == Double {
  /// The four cases of exclusive or: inputs `[4, 2]`, targets `[4]`, 1 where one input is 1 and the
  /// other 0. No straight line divides its classes.
  ///
  /// Source: M. Minsky and S. Papert, Perceptrons (1969).
  public static var exclusiveOr: Dataset {
    Dataset(inputs: Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), labels: [0, 1, 1, 0])
  }

  /// Points around the four cases of exclusive or: inputs `[n, 2]`, targets `[n]`.
  ///
  /// Point `i` is case `i mod 4` of ``exclusiveOr`` plus noise of a normal distribution in each
  /// coordinate. Traps for a negative count or noise.
  public static func exclusiveOr(
    count: Int, noise: Double, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    requireNoise(noise, file: file, line: line)
    let cases = exclusiveOr.selecting((0..<count).map { $0 % 4 })
    return cases.mapInputs { noisy($0, noise, using: &generator) }
  }
}
