/// Fewer points for the same picture.
enum PathSimplification {
  /// The greatest distance, in pixels, of a dropped point from the line that replaces it. With
  /// the rounding of coordinates to tenths (at most 0.071) the error stays under 0.25.
  static let tolerance = 0.17

  /// Every so many points one stays in any case, so that noise, in which the farthest point is next
  /// to an end again and again, does not take quadratic time.
  private static let stretch = 256

  /// The points that must stay (Ramer 1972; Douglas and Peucker 1973), found with a stack of its
  /// own, so that a million points do not overflow the program's.
  static func simplified(_ points: [Pixel], tolerance: Double = tolerance) -> [Pixel] {
    guard points.count > 2 else { return points }
    var keep = [Bool](repeating: false, count: points.count)
    keep[points.count - 1] = true
    var pending: [(Int, Int)] = []
    var start = 0
    while start < points.count - 1 {
      let end = min(start + stretch, points.count - 1)
      keep[start] = true
      pending.append((start, end))
      start = end
    }
    let limit = tolerance * tolerance
    while let (first, last) = pending.popLast() {
      var farthest = limit
      var split = -1
      var index = first + 1
      while index < last {
        let distance = squaredDistance(points[index], points[first], points[last])
        if distance > farthest {
          farthest = distance
          split = index
        }
        index += 1
      }
      if split >= 0 {
        keep[split] = true
        pending.append((first, split))
        pending.append((split, last))
      }
    }
    var result: [Pixel] = []
    for index in points.indices where keep[index] { result.append(points[index]) }
    return result
  }

  /// The same for a line of very many points: what falls into one narrow column of pixels is first
  /// reduced to its first, lowest, highest and last point, which draw what all would draw. Columns
  /// widen until at most `limit` points are left.
  ///
  /// Source: Jugel, Jerzak, Hackenbroich, Markl, M4: A Visualization-Oriented Time Series Data
  /// Aggregation, VLDB 2014.
  static func simplifiedLine(_ points: [Pixel], limit: Int = 2200) -> [Pixel] {
    if points.count <= limit { return simplified(points) }
    var column = 0.1
    while true {
      let result = simplified(aggregated(points, column: column), tolerance: 0.07)
      if result.count <= limit { return result }
      if column > 2 { return coarsened(result, limit: limit) }
      column *= 2
    }
  }

  /// What still has too many points is so dense that a wider tolerance does not show.
  private static func coarsened(_ points: [Pixel], limit: Int) -> [Pixel] {
    var tolerance = 0.25
    var result = points
    while result.count > limit {
      result = simplified(points, tolerance: tolerance)
      tolerance *= 1.5
    }
    return result
  }

  private static func aggregated(_ points: [Pixel], column: Double) -> [Pixel] {
    var result: [Pixel] = []
    var start = 0
    while start < points.count {
      let place = (points[start].x / column).roundedDown
      var lowest = start
      var highest = start
      var end = start
      while end < points.count, (points[end].x / column).roundedDown == place {
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
        end += 1
      }
      result.append(points[start])
      for index in [min(lowest, highest), max(lowest, highest), end - 1]
      where points[index] != result[result.count - 1] {
        result.append(points[index])
      }
      start = end
    }
    return result
  }

  /// The same for a closed loop, which is parted at its first point and the one farthest from it.
  static func simplifiedLoop(_ loop: [Pixel], tolerance: Double = tolerance) -> [Pixel] {
    guard loop.count > 3 else { return loop }
    var farthest = 0.0
    var split = 0
    for index in loop.indices {
      let distance = squaredDistance(loop[index], loop[0], loop[0])
      if distance > farthest {
        farthest = distance
        split = index
      }
    }
    if split == 0 { return [] }
    let first = simplified(Array(loop[...split]), tolerance: tolerance)
    let second = simplified(Array(loop[split...]) + [loop[0]], tolerance: tolerance)
    return Array(first.dropLast()) + Array(second.dropLast())
  }

  /// The squared distance of a point from the segment between two others.
  static func squaredDistance(_ point: Pixel, _ start: Pixel, _ end: Pixel) -> Double {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let length = dx * dx + dy * dy
    var x = point.x - start.x
    var y = point.y - start.y
    if length > 0 {
      var along = (x * dx + y * dy) / length
      along = along < 0 ? 0 : along > 1 ? 1 : along
      x -= along * dx
      y -= along * dy
    }
    return x * x + y * y
  }
}
