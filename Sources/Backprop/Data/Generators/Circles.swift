extension Dataset where S == Double {
  /// A circle within another: inputs `[n, 2]`, class 0 outside and 1 inside.
  ///
  /// Class 0 has `⌊n/2⌋` points `(cos t, sin t)`, class 1 the others, `f (cos t, sin t)`, for `t` in
  /// equal steps from 0 to less than 2π. Noise of a normal distribution is added to each coordinate.
  /// The classes follow one another. The same points as scikit-learn's
  /// `make_circles(shuffle=False)`. Traps for a negative count or noise, or a factor outside `0...1`.
  ///
  /// - Parameter factor: `f`, the inner circle's radius.
  public static func circles(
    count: Int, factor: Double = 0.8, noise: Double = 0, using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    require(
      factor >= 0 && factor <= 1, "The inner circle's radius lies in 0...1, not at \(factor).",
      file: file, line: line)
    let outer = circle(count / 2).map { (cos($0), sin($0)) }
    let inner = circle(count - count / 2).map { (cos($0) * factor, sin($0) * factor) }
    return points([outer, inner], noise: noise, using: &generator, file: file, line: line)
  }
}

/// Angles in equal steps from 0 to less than 2π.
private func circle(_ count: Int) -> [Double] {
  (0..<count).map { 2 * Double.pi * (Double($0) / Double(count)) }
}
