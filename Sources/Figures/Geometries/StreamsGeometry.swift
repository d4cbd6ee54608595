/// Ways through a field, with a head on each.
struct StreamsGeometry: MarkGeometry {
  var lines: [[DataPoint]]
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  var traits: GeometryTraits {
    GeometryTraits(
      name: "streams", plane: .fields, series: SeriesTraits(distinction: .dash, naming: .legend),
      fillsFrame: true, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { lines.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.includeTightly(x, y)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawStreams(lines, styled)
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

extension PlotDrawing {
  mutating func drawStreams(_ lines: [[DataPoint]], _ styled: StyledLayer) {
    var data = PathData()
    var heads = PathData()
    for line in lines {
      for piece in PolylineClipping.pieces(of: line.map { pixel($0) }, in: lineBox) {
        let simple = PathSimplification.simplified(piece, tolerance: tolerance)
        data.polyline(simple)
        addInk(along: simple)
        guard piece.count > 4 else { continue }
        let middle = piece.count / 2
        let (from, to) = (piece[middle - 1], piece[middle])
        let length = PathArrows.distance(from, to)
        guard length > 0 else { continue }
        let ux = (to.x - from.x) / length
        let uy = (to.y - from.y) / length
        let back = Pixel(x: to.x - ux * 6, y: to.y - uy * 6)
        heads.polyline(
          [
            to, Pixel(x: back.x - uy * 2.8, y: back.y + ux * 2.8),
            Pixel(x: back.x + uy * 2.8, y: back.y - ux * 2.8),
          ], closed: true)
      }
    }
    stroke(data, styled, width: 1.1)
    if !heads.text.isEmpty {
      canvas.element("path", "fill=\"" + styled.paint + "\" d=\"" + heads.text + "\"")
    }
  }
}
