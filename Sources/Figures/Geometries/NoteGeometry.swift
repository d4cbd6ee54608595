/// Words at a point.
struct NoteGeometry: MarkGeometry {
  var point: DataPoint
  /// Whether a small cross marks the point itself.
  var isMarked: Bool

  init(_ point: DataPoint, isMarked: Bool) {
    self.point = point
    self.isMarked = isMarked
  }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "note", plane: .notes, series: nil, fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .nothing)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.include([point])
  }

  /// Keeps its place free: no note may cover what another one marks.
  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    let place = drawing.pixel(point)
    if isMarked, drawing.lineBox.contains(x: place.x, y: place.y) { drawing.addSymbols([place]) }
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    let place = drawing.pixel(point)
    guard let label = styled.layer.label, drawing.lineBox.contains(x: place.x, y: place.y)
    else { return }
    if isMarked {
      drawing.canvas.add(
        SymbolDrawing.path(.cross, at: [place], radius: 3.4, paint: styled.paint))
    }
    drawing.drawNote(label, at: place, near: isMarked ? 8 : 4, paint: styled.paint)
  }

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {}

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .note(point, marked: isMarked) }
}
