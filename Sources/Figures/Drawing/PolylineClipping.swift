/// Cuts polylines at a box, so that no coordinate lies far outside the picture.
enum PolylineClipping {
  /// The pieces of a polyline inside a box (Liang and Barsky 1984, segment by segment). Points with
  /// NaN coordinates part the line.
  static func pieces(of points: [Pixel], in box: Box) -> [[Pixel]] {
    var pieces: [[Pixel]] = []
    var piece: [Pixel] = []
    var index = 0
    func isPoint(_ pixel: Pixel) -> Bool { pixel.x == pixel.x && pixel.y == pixel.y }
    while index < points.count {
      let point = points[index]
      let previous = index > 0 ? points[index - 1] : Pixel(x: .nan, y: .nan)
      index += 1
      guard isPoint(point) else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        continue
      }
      guard isPoint(previous) else {
        if box.contains(x: point.x, y: point.y) { piece = [point] }
        continue
      }
      guard let (start, end) = clipped(previous, point, box) else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.last != start {
        if !piece.isEmpty { pieces.append(piece) }
        piece = [start]
      }
      piece.append(end)
      if end != point {
        pieces.append(piece)
        piece = []
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func clipped(_ start: Pixel, _ end: Pixel, _ box: Box) -> (Pixel, Pixel)? {
    if box.contains(x: start.x, y: start.y), box.contains(x: end.x, y: end.y) {
      return (start, end)
    }
    var enter = 0.0
    var leave = 1.0
    let dx = end.x - start.x
    let dy = end.y - start.y
    func cut(_ direction: Double, _ distance: Double) -> Bool {
      if direction == 0 { return distance >= 0 }
      let share = distance / direction
      if direction < 0 {
        if share > leave { return false }
        if share > enter { enter = share }
      } else {
        if share < enter { return false }
        if share < leave { leave = share }
      }
      return true
    }
    guard cut(-dx, start.x - box.left), cut(dx, box.right - start.x),
      cut(-dy, start.y - box.top), cut(dy, box.bottom - start.y), enter <= leave
    else { return nil }
    let first = enter == 0 ? start : Pixel(x: start.x + enter * dx, y: start.y + enter * dy)
    let last = leave == 1 ? end : Pixel(x: start.x + leave * dx, y: start.y + leave * dy)
    return (first, last)
  }
}
