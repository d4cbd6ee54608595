extension Dataset where S == Double {
  /// Spirals around a common centre: inputs `[n, 2]`, a class for each of the `c` arms.
  ///
  /// Point `i` of the `m` points of class `k` is `r (cos t, sin t)` with `r = (i + 1) / m` and
  /// `t = 2π (k / c + r · turns)`: the radius grows evenly with the angle, up to 1. Noise of a normal
  /// distribution is added to each coordinate. The classes follow one another, as large as each other
  /// except for one point more of the first ones. Traps for a negative count or noise, or no class.
  ///
  /// Source: K. Lang and M. Witbrock, "Learning to tell two spirals apart", Connectionist Models
  /// Summer School (1988).
  public static func spirals(
    count: Int, classes: Int = 2, turns: Double = 1, noise: Double = 0,
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    requireCount(count, file: file, line: line)
    require(
      classes > 0, "Spirals have one class or more, not \(classes).", file: file, line: line)
    let arms = classSizes(count, classes: classes).enumerated().map { label, size in
      (0..<size).map { i in
        let radius = Double(i + 1) / Double(size)
        let angle = 2 * Double.pi * (Double(label) / Double(classes) + radius * turns)
        return (radius * cos(angle), radius * sin(angle))
      }
    }
    return points(arms, noise: noise, using: &generator, file: file, line: line)
  }
}
