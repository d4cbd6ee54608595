/// Two heights over one x.
struct RibbonPoint: Equatable, Sendable {
  var x: Double
  var lower: Double
  var upper: Double
}

/// What lies between two heights over each x; one that is not finite is a gap.
struct RibbonGeometry: MarkGeometry {
  var points: [RibbonPoint]

  init(_ points: [RibbonPoint]) { self.points = points }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "ribbon", plane: .ribbons,
      series: SeriesTraits(distinction: .dash, naming: .besideItsLine), fillsFrame: false,
      needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { points.isEmpty }

  /// Of a ribbon that has an end without a place on the axis, the rest is drawn.
  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    for point in points {
      let hasLower = extent.yAxis.admits(point.lower)
      let hasUpper = extent.yAxis.admits(point.upper)
      guard extent.xAxis.admits(point.x), hasLower || hasUpper, point.lower == point.lower,
        point.upper == point.upper
      else {
        extent.undrawn.count(point.x, point.lower + point.upper, marksInfinity: false)
        continue
      }
      extent.x.include(point.x)
      // A base at zero is not a value.
      if !hasLower && point.lower != 0 || !hasUpper { extent.undrawn.cutOff += 1 }
      if let range = extent.xAxis.range, !range.contains(point.x) { continue }
      if hasLower { extent.y.include(point.lower) }
      if hasUpper { extent.y.include(point.upper) }
    }
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawRibbon(points, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    let box = Box(
      left: place.start.x, top: place.start.y - 5, right: place.end.x, bottom: place.start.y + 5)
    drawing.canvas.element(
      "path", "fill=\"" + styled.paint + "\" fill-opacity=\".22\" d=\"" + box.path + "\"")
  }

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    var isBand = false
    for point in points where point.lower != 0 && point.lower == point.lower { isBand = true }
    guard isBand, !name.isEmpty else { return [] }
    return [
      TableSeries(name + ", from", count: points.count) {
        DataPoint(x: points[$0].x, y: points[$0].lower)
      },
      TableSeries(name + ", to", count: points.count) {
        DataPoint(x: points[$0].x, y: points[$0].upper)
      },
    ]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

extension PlotDrawing {
  mutating func drawRibbon(_ points: [RibbonPoint], _ styled: StyledLayer) {
    let most = limit(900)
    var data = PathData()
    var sticksOut = false
    var upper: [Pixel] = []
    var lower: [Pixel] = []
    func flush(_ drawing: inout PlotDrawing) {
      if upper.count > 1 {
        let top = PathSimplification.simplifiedLine(upper, limit: most)
        let bottom = PathSimplification.simplifiedLine(lower, limit: most)
        data.polyline(top + bottom.reversed(), closed: true)
        drawing.addInk(along: top)
        drawing.addInk(along: bottom)
      } else if upper.count == 1 {
        // A band at one place is a stroke of some width.
        data.add(
          Box(
            left: upper[0].x - 1.5, top: upper[0].y, right: upper[0].x + 1.5, bottom: lower[0].y))
      }
      upper = []
      lower = []
    }
    for point in points {
      let high = pixelOrEdge(DataPoint(x: point.x, y: point.upper))
      let low = pixelOrEdge(DataPoint(x: point.x, y: point.lower))
      guard xAxis.admits(point.x), yAxis.admits(point.upper) || yAxis.admits(point.lower),
        high.y == high.y, low.y == low.y
      else {
        flush(&self)
        continue
      }
      if !lineBox.contains(x: high.x, y: high.y) || !lineBox.contains(x: low.x, y: low.y) {
        sticksOut = true
      }
      upper.append(high)
      lower.append(low)
    }
    flush(&self)
    if data.text.isEmpty { return }
    let attributes = "fill=\"" + styled.paint + "\" fill-opacity=\".22\" d=\"" + data.text + "\""
    if sticksOut {
      clipped { $0.canvas.element("path", attributes) }
    } else {
      canvas.element("path", attributes)
    }
  }
}
