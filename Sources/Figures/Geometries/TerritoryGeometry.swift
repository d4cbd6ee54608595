/// The region of one class, as closed loops.
struct TerritoryGeometry: MarkGeometry {
  var loops: [[DataPoint]]
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  var traits: GeometryTraits {
    GeometryTraits(
      name: "territory", plane: .ground,
      series: SeriesTraits(distinction: .symbol, naming: .legend), fillsFrame: true,
      needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.includeTightly(x, y)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawTerritory(loops, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    let box = Box(
      left: place.start.x, top: place.start.y - 6.5, right: place.end.x,
      bottom: place.start.y + 6.5)
    drawing.canvas.element(
      "path",
      "fill=\"" + styled.paint + "\" fill-opacity=\".22\" stroke=\"" + styled.paint
        + "\" stroke-width=\"1\" d=\"" + box.path + "\"")
  }

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

extension PlotDrawing {
  mutating func drawTerritory(_ loops: [[DataPoint]], _ styled: StyledLayer) {
    var data = PathData()
    for loop in loops {
      let simple = PathSimplification.simplifiedLoop(loop.map { pixel($0) }, tolerance: tolerance)
      if simple.count >= 3 { data.polyline(simple, closed: true) }
    }
    if data.text.isEmpty { return }
    clipped { drawing in
      drawing.canvas.element(
        "path",
        "fill=\"" + styled.paint + "\" fill-opacity=\".2\" stroke=\"currentColor\""
          + " stroke-opacity=\".5\" stroke-width=\".9\" fill-rule=\"evenodd\" d=\"" + data.text
          + "\"")
    }
  }
}
