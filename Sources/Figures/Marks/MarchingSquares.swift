/// Values of a function on a regular grid, and the curves on which it takes a given value.
///
/// Each square of four neighbours is crossed by the curve as the signs at its corners say; places
/// on the edges come from linear interpolation, and the crossings are joined into closed loops.
/// Source: Lorensen and Cline, Marching Cubes, SIGGRAPH 1987, in two dimensions; a square whose
/// diagonals disagree is decided by the mean of its corners.
struct SampledField: Sendable {
  let xs: [Double]
  let ys: [Double]
  /// Row by row from the lowest y: value at (xs[i], ys[j]) is values[j · xs.count + i].
  let values: [Double]

  /// How many points have no value; +∞ is one, above all levels.
  var missing: Int {
    var count = 0
    for value in values where !(value > -.infinity) { count += 1 }
    return count
  }

  /// The loops around the points without values.
  var holes: [[DataPoint]] {
    let marks = values.map { $0 > -.infinity ? 1.0 : -1.0 }
    return SampledField(xs: xs, ys: ys, values: marks).loopsBelow(0)
  }

  /// The loops around the region where the function is below a level. The region ends at the edge
  /// of the grid, where the loops run just outside it (by `margin` grid steps), so that clipping
  /// them to the grid leaves the level curves alone. Values that are NaN or infinite count as above.
  ///
  /// - Parameter locate: Where between two neighbours the curve crosses, as a share of the way; nil
  ///   takes it from their values.
  func loopsBelow(
    _ level: Double, margin: Double = 2, locate: (DataPoint, DataPoint) -> Double? = { _, _ in nil }
  ) -> [[DataPoint]] {
    // One ring of points beyond the edge counts as above: every loop closes.
    let columns = xs.count + 2
    let rows = ys.count + 2
    var below = [Bool](repeating: false, count: columns * rows)
    for row in ys.indices {
      for column in xs.indices {
        below[(row + 1) * columns + column + 1] = values[row * xs.count + column] < level
      }
    }
    // The curve runs with the region on its left, from edge to edge. Edges are numbered: 2k is the
    // one from point k to the right, 2k + 1 the one from point k up.
    var next = [Int32](repeating: -1, count: columns * rows * 2)
    var starts: [Int32] = []
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        let corner = row * columns + column
        var pattern = 0
        if below[corner] { pattern |= 1 }
        if below[corner + 1] { pattern |= 2 }
        if below[corner + columns + 1] { pattern |= 4 }
        if below[corner + columns] { pattern |= 8 }
        if pattern == 0 || pattern == 15 { continue }
        let bottom = Int32(2 * corner)
        let right = Int32(2 * (corner + 1) + 1)
        let top = Int32(2 * (corner + columns))
        let left = Int32(2 * corner + 1)
        func join(_ from: Int32, _ to: Int32) {
          next[Int(from)] = to
          starts.append(from)
        }
        switch pattern {
        case 1: join(bottom, left)
        case 2: join(right, bottom)
        case 3: join(right, left)
        case 4: join(top, right)
        case 6: join(top, bottom)
        case 7: join(top, left)
        case 8: join(left, top)
        case 9: join(bottom, top)
        case 11: join(right, top)
        case 12: join(left, right)
        case 13: join(bottom, right)
        case 14: join(left, bottom)
        case 5:
          if meanOfSquare(column: column - 1, row: row - 1) < level {
            join(bottom, right)
            join(top, left)
          } else {
            join(bottom, left)
            join(top, right)
          }
        default:
          if meanOfSquare(column: column - 1, row: row - 1) < level {
            join(left, bottom)
            join(right, top)
          } else {
            join(right, bottom)
            join(left, top)
          }
        }
      }
    }
    return trace(
      starts: starts, next: &next, columns: columns, level: level, margin: margin, locate: locate)
  }

  private func trace(
    starts: [Int32], next: inout [Int32], columns: Int, level: Double, margin: Double,
    locate: (DataPoint, DataPoint) -> Double?
  ) -> [[DataPoint]] {
    var loops: [[DataPoint]] = []
    for start in starts where next[Int(start)] >= 0 {
      var loop: [DataPoint] = []
      var edge = start
      while next[Int(edge)] >= 0 {
        let point = crossing(
          edge: Int(edge), columns: columns, level: level, margin: margin, locate: locate)
        if loop.last != point { loop.append(point) }
        let following = next[Int(edge)]
        next[Int(edge)] = -1
        edge = following
      }
      if loop.count >= 3 { loops.append(loop) }
    }
    return loops
  }

  /// Where the curve crosses an edge of the ringed grid.
  private func crossing(
    edge: Int, columns: Int, level: Double, margin: Double,
    locate: (DataPoint, DataPoint) -> Double?
  ) -> DataPoint {
    let point = edge / 2
    let column = point % columns - 1
    let row = point / columns - 1
    let rises = edge % 2 == 1
    let otherColumn = rises ? column : column + 1
    let otherRow = rises ? row + 1 : row
    let isInside = column >= 0 && row >= 0 && column < xs.count && row < ys.count
    let otherIsInside =
      otherColumn >= 0 && otherRow >= 0 && otherColumn < xs.count && otherRow < ys.count
    guard isInside && otherIsInside else {
      return DataPoint(
        x: outside(xs, rises ? column : (isInside ? otherColumn : column), margin),
        y: outside(ys, rises ? (isInside ? otherRow : row) : row, margin))
    }
    let first = values[row * xs.count + column]
    let second = values[otherRow * xs.count + otherColumn]
    var share = (level - first) / (second - first)
    if !first.isFinite { share = 1 }
    if !second.isFinite { share = 0 }
    if !(share >= 0) { share = 0 }
    if share > 1 { share = 1 }
    if let found = locate(
      DataPoint(x: xs[column], y: ys[row]), DataPoint(x: xs[otherColumn], y: ys[otherRow]))
    {
      share = found
    }
    return DataPoint(
      x: xs[column] + (xs[otherColumn] - xs[column]) * share,
      y: ys[row] + (ys[otherRow] - ys[row]) * share)
  }

  /// The coordinate of a grid line, one of the ring's included.
  private func outside(_ axis: [Double], _ index: Int, _ margin: Double) -> Double {
    let step = axis[1] - axis[0]
    if index < 0 { return axis[0] - step * margin }
    if index >= axis.count { return axis[axis.count - 1] + step * margin }
    return axis[index]
  }

  private func meanOfSquare(column: Int, row: Int) -> Double {
    guard column >= 0, row >= 0, column + 1 < xs.count, row + 1 < ys.count else {
      return .infinity
    }
    let corner = row * xs.count + column
    return 0.25
      * (values[corner] + values[corner + 1] + values[corner + xs.count]
        + values[corner + xs.count + 1])
  }
}
