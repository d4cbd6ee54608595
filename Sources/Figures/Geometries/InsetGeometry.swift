/// A part of the plot, drawn larger in a corner.
struct InsetGeometry: MarkGeometry {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var corner: Inset.Corner

  var traits: GeometryTraits {
    GeometryTraits(
      name: "inset", plane: .insets, series: nil, fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .nothing)
  }

  var isEmpty: Bool { false }

  /// Shows what is on the axes already.
  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {}

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    guard drawing.xAxis.admits(x.lowerBound), drawing.yAxis.admits(y.lowerBound),
      drawing.xAxis.categories == nil, drawing.yAxis.categories == nil
    else {
      drawing.notes.append("An inset has no place on these axes.")
      return
    }
    drawing.drawInset(x: x, y: y, corner: corner)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {}

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}
