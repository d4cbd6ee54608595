extension Dataset where S == Double {
  /// Two half circles that reach into each other: inputs `[n, 2]`, classes 0 and 1.
  ///
  /// Class 0 has `⌊n/2⌋` points `(cos t, sin t)`, class 1 the others, `(1 − cos t, ½ − sin t)`, for
  /// `t` in equal steps from 0 to π. Noise of a normal distribution is added to each coordinate. The
  /// classes follow one another; batches are to be shuffled. The same points as scikit-learn's
  /// `make_moons(shuffle=False)`. Traps for a negative count or noise.
  public static func moons(
    count: Int, noise: Double = 0, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    let outer = arc(count / 2).map { (cos($0), sin($0)) }
    let inner = arc(count - count / 2).map { (1 - cos($0), 1 - sin($0) - 0.5) }
    return points([outer, inner], noise: noise, using: &generator, file: file, line: line)
  }
}

/// Angles in equal steps from 0 to π, both included.
private func arc(_ count: Int) -> [Double] {
  (0..<count).map { Double.pi * (Double($0) / Double(max(count - 1, 1))) }
}
