extension Dataset where S == Double {
  /// Points around centres, each its own class: inputs `[n, d]`, classes by the rows of the
  /// centres.
  ///
  /// A point is its centre plus noise of a normal distribution in each coordinate. The classes
  /// follow one another, as large as each other except for one point more of the first ones. Traps
  /// for a negative count or standard deviation, and unless the centres are `[classes, d]` with a
  /// class.
  public static func blobs(
    count: Int, centers: Tensor<Double>, standardDeviation: Double = 1,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    requireNoise(standardDeviation, file: file, line: line)
    require(
      centers.rank == 2 && centers.shape[0] > 0,
      "Centres are [classes, d], a centre a row, not \(centers.shape).", file: file, line: line)
    let labels = classSizes(count, classes: centers.shape[0]).enumerated().flatMap {
      [Int](repeating: $0.offset, count: $0.element)
    }
    let width = centers.shape[1]
    let middles = labels.flatMap { centers.values[$0 * width..<($0 + 1) * width] }
    let inputs = Tensor(unchecked: [count, width], middles)
    return Dataset(inputs: noisy(inputs, standardDeviation, using: &generator), labels: labels)
  }
}
