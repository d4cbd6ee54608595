extension SampledField {
  /// The same field on a grid `factor` times as fine, by cubic convolution along each axis, which
  /// is exact for quadratics. Linear interpolation stands in where a neighbour is not finite.
  ///
  /// Source: Keys, Cubic Convolution Interpolation for Digital Image Processing, 1981.
  func refined(by factor: Int) -> SampledField {
    guard factor > 1, xs.count > 3, ys.count > 3 else { return self }
    let columns = (xs.count - 1) * factor + 1
    let rows = (ys.count - 1) * factor + 1
    var wide = [Double](repeating: 0, count: columns * ys.count)
    var line = [Double](repeating: 0, count: max(xs.count, ys.count))
    for row in ys.indices {
      for column in xs.indices { line[column] = values[row * xs.count + column] }
      for column in 0..<columns {
        wide[row * columns + column] = SampledField.interpolated(
          line, count: xs.count, at: column, factor: factor)
      }
    }
    var fine = [Double](repeating: 0, count: columns * rows)
    for column in 0..<columns {
      for row in ys.indices { line[row] = wide[row * columns + column] }
      for row in 0..<rows {
        fine[row * columns + column] = SampledField.interpolated(
          line, count: ys.count, at: row, factor: factor)
      }
    }
    return SampledField(
      xs: SampledField.subdivided(xs, by: factor), ys: SampledField.subdivided(ys, by: factor),
      values: fine)
  }

  private static func interpolated(
    _ line: [Double], count: Int, at index: Int, factor: Int
  ) -> Double {
    let cell = min(index / factor, count - 2)
    let t = Double(index - cell * factor) / Double(factor)
    let b = line[cell]
    let c = line[cell + 1]
    if t == 0 { return b }
    if t == 1 { return c }
    // Beyond the edges the quadratic through the last three values goes on.
    let a = cell > 0 ? line[cell - 1] : 3 * b - 3 * c + line[cell + 2]
    let d = cell + 2 < count ? line[cell + 2] : 3 * c - 3 * b + line[cell - 1]
    let cubic =
      b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return cubic.isFinite ? cubic : b + (c - b) * t
  }

  private static func subdivided(_ axis: [Double], by factor: Int) -> [Double] {
    SeriesData.samples(
      axis[0]...axis[axis.count - 1], count: (axis.count - 1) * factor + 1)
  }
}
