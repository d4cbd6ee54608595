/// Fewer points for the same picture.
enum PathSimplification {
  /// The greatest distance, in pixels, of a dropped point from the line that replaces it. With
  /// the rounding of coordinates to tenths (at most 0.071) the error stays under 0.25.
  static let tolerance = 0.17

  /// The points that must stay (Ramer 1972; Douglas and Peucker 1973), found with a stack of its
  /// own, so that a million points do not overflow the program's.
  static func simplified(_ points: [Pixel], tolerance: Double = tolerance) -> [Pixel] {
    guard points.count > 2 else { return points }
    var keep = [Bool](repeating: false, count: points.count)
    keep[0] = true
    keep[points.count - 1] = true
    var pending = [(0, points.count - 1)]
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

  /// The same for a closed loop, which is parted at its first point and the one farthest from it.
  static func simplifiedLoop(_ loop: [Pixel]) -> [Pixel] {
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
    let first = simplified(Array(loop[...split]))
    let second = simplified(Array(loop[split...]) + [loop[0]])
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
