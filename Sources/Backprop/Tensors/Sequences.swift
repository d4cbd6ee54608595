extension Tensor {
  /// The numbers from a start up to an end, which is left out, by steps: `start + i · step`.
  ///
  ///     Tensor.arange(0, to: 1, by: 0.25)   // [0.0, 0.25, 0.5, 0.75]
  ///
  /// There are `⌈(end − start) / step⌉` of them, or none. Each is computed by itself, so that no error adds
  /// up. Traps for a step of zero, and for what is not finite.
  public static func arange(
    _ start: S = 0, to end: S, by step: S = 1, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let length = ((end - start) / step).rounded(.up)
    require(
      step != 0 && length.isFinite && length < 0x1p62,
      "There are no numbers from \(start) to \(end) by steps of \(step).", file: file, line: line)
    let count = Swift.max(Int(length), 0)
    return Tensor(unchecked: [count], (0..<count).map { start + S($0) * step })
  }

  /// A number of numbers at equal distances from a start to an end, both included; of one the start.
  ///
  ///     Tensor.linspace(0, to: 1, count: 5)   // [0.0, 0.25, 0.5, 0.75, 1.0]
  ///
  /// Traps for a negative count.
  public static func linspace(
    _ start: S, to end: S, count: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireShape([count], file: file, line: line)
    let step = (end - start) / S(Swift.max(count - 1, 1))
    return Tensor(
      unchecked: [count],
      (0..<count).map { $0 == count - 1 && count > 1 ? end : start + S($0) * step })
  }

  /// The sums along an axis up to each place, each place counted; a negative axis counts from the last.
  ///
  ///     Tensor([1, 2, 3]).cumulativeSum(axis: 0)   // [1.0, 3.0, 6.0]
  ///
  /// The derivative is summed from the end: a number counts in its own sum and all later ones. Traps
  /// where there is no such axis.
  public func cumulativeSum(
    axis: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    return apply(.cumulativeSum(axis: axis, fromEnd: false), self)
  }
}
