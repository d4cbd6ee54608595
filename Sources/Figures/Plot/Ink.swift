extension PlotDrawing {
  /// Remembers drawn symbols for the placing of labels.
  mutating func addSymbols(_ places: [Pixel]) {
    ink += places
    symbols += places
  }

  /// The frame with room for rounding, so that what lies on the edge is drawn.
  var lineBox: Box { frame.expanded(by: 0.05) }

  /// Remembers a drawn polyline for the placing of labels.
  mutating func addInk(along points: [Pixel]) {
    if points.count == 1 { ink.append(points[0]) }
    var index = 1
    while index < points.count {
      addInk(from: points[index - 1], to: points[index])
      index += 1
    }
  }

  mutating func addInk(from start: Pixel, to end: Pixel) {
    let steps = max(1, Int(PathArrows.distance(start, end) / 3))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      ink.append(
        Pixel(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
    }
  }
}
