/// Names beside the right ends of lines, kept apart from each other.
enum DirectLabels {
  struct Label {
    var text: String
    var layer: Int
  }

  /// From the frame to the names.
  static let gap = 10.0
  /// The least distance between the base lines of two names.
  static let separation = 16.0

  /// The names that stand beside their lines, or none when the series need a legend: when some are
  /// not lines, are many, or would take too much of the width.
  static func wanted(in drawing: PlotDrawing) -> [Label] {
    guard drawing.legend == .automatic, !drawing.isFilled else { return [] }
    let named = drawing.namedSeries
    if named.isEmpty || named.count > 7 { return [] }
    var result: [Label] = []
    for (index, styled) in drawing.layers.enumerated() {
      guard let label = styled.layer.label, !label.isEmpty else { continue }
      guard let series = styled.behavior.traits.series else { continue }
      switch series.naming {
      case .beside(let points):
        if result.contains(where: { $0.text == label }) { continue }
        if TextMetrics.width(label, size: Canvas.textSize) > drawing.width * 0.3 { return [] }
        var last: DataPoint?
        for point in points
        where drawing.xAxis.admits(point.x) && drawing.yAxis.admits(point.y) { last = point }
        if last == nil { return [] }
        result.append(Label(text: label, layer: index))
      case .besideItsLine:
        let hasLine = drawing.layers.contains { other in
          if case .beside? = other.behavior.traits.series?.naming {
            return other.layer.label == label
          }
          return false
        }
        if !hasLine { return [] }
      case .legend: return []
      }
    }
    return result
  }

  /// Places near those wanted, apart from each other and between bounds as far as these leave room.
  static func spread(_ wanted: [Double], lower: Double, upper: Double) -> [Double] {
    let room = (upper - lower) / Double(max(1, wanted.count - 1))
    let gap = min(separation, room)
    let highest = upper - Double(wanted.count - 1) * gap
    var result = Spreading.places(wanted) { _ in gap }
    for index in result.indices {
      let offset = Double(index) * gap
      result[index] = max(lower, min(result[index] - offset, highest)) + offset
    }
    return result
  }
}

extension PlotDrawing {
  /// Names beside lines that reach the right edge; others stand inside, near the ends of theirs.
  mutating func drawDirectLabels() {
    var ends: [(label: DirectLabels.Label, end: Pixel)] = []
    for label in directLabels {
      guard let end = rightmostPoint(ofLayer: label.layer) else { continue }
      if end.x >= frame.right - 14 {
        ends.append((label, end))
      } else {
        drawName(label.text, near: end, paint: layers[label.layer].paint)
      }
    }
    // By height; lines that end together keep the order of the series.
    var order = Array(ends.indices)
    order.sort { ends[$0].end.y != ends[$1].end.y ? ends[$0].end.y < ends[$1].end.y : $0 < $1 }
    let places = DirectLabels.spread(
      order.map { ends[$0].end.y }, lower: frame.top, upper: frame.bottom - 4)
    for (place, index) in zip(places, order) {
      let (label, end) = ends[index]
      let paint = layers[label.layer].paint
      let x = frame.right + DirectLabels.gap
      if (place - end.y).magnitude > 5 {
        canvas.line(
          from: Pixel(x: end.x + 2, y: end.y), to: Pixel(x: x - 2, y: place),
          "stroke=\"" + paint + "\" stroke-width=\".75\" stroke-opacity=\".7\"")
      }
      canvas.text(
        label.text, x: x, baseline: place + Canvas.textSize * TextMetrics.capHeight / 2,
        fill: paint)
    }
  }

  /// The point farthest to the right that is seen of a line.
  private func rightmostPoint(ofLayer index: Int) -> Pixel? {
    guard case .beside(let points)? = layers[index].behavior.traits.series?.naming
    else { return nil }
    var result: Pixel?
    for piece in PolylineClipping.pieces(of: points.map { pixel($0) }, in: lineBox) {
      for point in piece where point.x >= (result?.x ?? -.infinity) { result = point }
    }
    return result
  }
}
