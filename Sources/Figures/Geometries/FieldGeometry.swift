/// Arrows on a grid, scaled so that they do not touch.
struct FieldGeometry: MarkGeometry {
  var arrows: [FieldArrow]
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var columns: Int
  var rows: Int
  /// Whether all arrows have one length.
  var isDirectionOnly: Bool

  var traits: GeometryTraits {
    GeometryTraits(
      name: "field", plane: .fields, series: SeriesTraits(distinction: .dash, naming: .legend),
      fillsFrame: true, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.includeTightly(x, y)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    let width =
      (drawing.xScale.position(x.upperBound) - drawing.xScale.position(x.lowerBound)).magnitude
    let height =
      (drawing.yScale.position(y.upperBound) - drawing.yScale.position(y.lowerBound)).magnitude
    let cell = min(width / Double(columns), height / Double(rows))
    drawing.drawArrows(
      arrows, columns: columns, reach: cell * 0.92, isDirectionOnly: isDirectionOnly, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    drawing.drawArrowKey(at: place, styled)
  }

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

/// A vector at a point, in data coordinates.
struct FieldArrow: Equatable, Sendable {
  var x: Double
  var y: Double
  var dx: Double
  var dy: Double
}

extension PlotDrawing {
  mutating func drawArrows(
    _ arrows: [FieldArrow], columns: Int, reach usual: Double, isDirectionOnly: Bool,
    _ styled: StyledLayer
  ) {
    let perX = (xScale.end - xScale.start) / (xScale.upper - xScale.lower)
    let perY = (yScale.end - yScale.start) / (yScale.upper - yScale.lower)
    var strongest = 0.0
    var vectors: [(Pixel, Double, Double, Double)] = []
    let most = limit(700)
    let step = arrows.count > most ? Int((Double(arrows.count) / Double(most)).squareRoot()) + 1 : 1
    if step > 1 {
      notes.append(
        "Of " + numeral(Double(arrows.count), digits: 15) + " arrows one in " + String(step * step)
          + " is drawn.")
    }
    for (number, arrow) in arrows.enumerated() where arrow.dx.isFinite && arrow.dy.isFinite {
      if number % columns % step != step / 2 || number / columns % step != step / 2 { continue }
      let place = pixel(DataPoint(x: arrow.x, y: arrow.y))
      guard lineBox.contains(x: place.x, y: place.y) else { continue }
      let dx = arrow.dx * perX
      let dy = arrow.dy * perY
      let size = (dx * dx + dy * dy).squareRoot()
      strongest = max(strongest, size)
      vectors.append((place, dx, dy, size))
    }
    guard strongest > 0, strongest.isFinite else { return }
    let reach = usual * Double(step)
    var shafts = PathData()
    var heads = PathData()
    var dots = PathData()
    for (place, dx, dy, size) in vectors {
      let length = isDirectionOnly ? reach : reach * size / strongest
      if size == 0 || length < 0.8 {
        dots.dot(at: place)
        continue
      }
      let ux = dx / size
      let uy = dy / size
      let tip = Pixel(x: place.x + ux * length / 2, y: place.y + uy * length / 2)
      let tail = Pixel(x: place.x - ux * length / 2, y: place.y - uy * length / 2)
      let head = min(6.5, max(2.2, length * 0.38))
      let back = Pixel(x: tip.x - ux * head, y: tip.y - uy * head)
      shafts.segment(tail, back)
      heads.polyline(
        [
          tip, Pixel(x: back.x - uy * head * 0.4, y: back.y + ux * head * 0.4),
          Pixel(x: back.x + uy * head * 0.4, y: back.y - ux * head * 0.4),
        ], closed: true)
      ink.append(place)
    }
    stroke(shafts, styled, width: 1.1)
    if !dots.text.isEmpty {
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint
          + "\" stroke-width=\"1.8\" stroke-linecap=\"round\" d=\"" + dots.text + "\"")
    }
    if !heads.text.isEmpty {
      canvas.element("path", "fill=\"" + styled.paint + "\" d=\"" + heads.text + "\"")
    }
  }
}
