/// Points joined by lines; a point without finite coordinates is a gap.
struct PolylineGeometry: MarkGeometry {
  var points: [DataPoint]

  init(_ points: [DataPoint]) { self.points = points }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "polyline", plane: .lines,
      series: SeriesTraits(distinction: .dash, naming: .beside(points)), fillsFrame: false,
      needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { points.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.include(points)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawLine(points, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    drawing.canvas.line(
      from: place.start, to: place.end,
      "stroke=\"" + styled.paint + "\" stroke-width=\"1.75\"" + styled.dash.attribute)
  }

  var pointsBeyondAxes: [DataPoint] { points }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    if points.isEmpty { return [] }
    return [TableSeries(name, count: points.count) { points[$0].turned(table.isTurned) }]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .line(points) }
}

extension PlotDrawing {
  mutating func drawLine(_ points: [DataPoint], _ styled: StyledLayer) {
    let pieces = PolylineClipping.pieces(of: points.map { pixel($0) }, in: lineBox)
    var data = PathData()
    var alone: [Pixel] = []
    let share = PlotDrawing.shares(of: limit(2200), among: pieces)
    for (piece, most) in zip(pieces, share) {
      let simple = PathSimplification.simplifiedLine(piece, limit: most)
      if simple.count == 1 { alone += simple } else { data.polyline(simple) }
      addInk(along: simple)
    }
    if !alone.isEmpty {
      overlay += SymbolDrawing.path(
        styled.symbol, at: SymbolDrawing.thinned(alone, limit: limit(800)),
        radius: alone.count > 300 ? 1.8 : 3, paint: styled.paint)
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint
        + "\" stroke-width=\"" + FixedPoint.text(styled.layer.weight ?? 1.75)
        + "\" stroke-linejoin=\"round\""
        + styled.dash.attribute + " d=\"" + data.text + "\"")
  }

  /// How many points each of several pieces of a line may keep, by their lengths.
  static func shares(of limit: Int, among pieces: [[Pixel]]) -> [Int] {
    var all = 0
    for piece in pieces { all += piece.count }
    return pieces.map { piece in
      all <= limit ? limit : max(2, Int(Double(limit) * Double(piece.count) / Double(all)))
    }
  }
}
