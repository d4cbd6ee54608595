/// A symbol at each point.
struct SymbolsGeometry: MarkGeometry {
  var points: [DataPoint]

  init(_ points: [DataPoint]) { self.points = points }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "symbols", plane: .symbols, series: SeriesTraits(distinction: .symbol, naming: .legend),
      fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { points.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.hasSymbols = true
    extent.include(points)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawSymbols(at: points, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    drawing.canvas.add(
      SymbolDrawing.path(styled.symbol, at: [place.middle], radius: 3.2, paint: styled.paint))
  }

  var pointsBeyondAxes: [DataPoint] { points }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    if points.isEmpty { return [] }
    return [TableSeries(name, count: points.count) { points[$0].turned(table.isTurned) }]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .symbols(points) }
}

extension PlotDrawing {
  mutating func drawSymbols(at points: [DataPoint], _ styled: StyledLayer) {
    var inside: [Pixel] = []
    for point in points {
      let place = pixel(point)
      if lineBox.contains(x: place.x, y: place.y) { inside.append(place) }
    }
    if inside.count > limit(3000) {
      let all = inside.count
      inside = SymbolDrawing.distinct(inside)
      if inside.count > limit(3000) {
        drawDensity(of: points, count: all, styled)
        addSymbols(SymbolDrawing.thinned(inside, limit: 1500))
        return
      }
    }
    if inside.isEmpty { return }
    canvas.add(
      SymbolDrawing.path(
        styled.symbol, at: inside, radius: inside.count > 300 ? 1.8 : 3, paint: styled.paint))
    addSymbols(inside)
  }
}
