/// A straight line between two points.
struct Segment: Equatable, Sendable {
  var start: DataPoint
  var end: DataPoint
}

/// What stands at the ends of segments.
enum SegmentEnd: Equatable, Sendable {
  case plain
  /// Short cross strokes at both, in pixels, of strokes that stand or lie.
  case caps(Double, isHorizontal: Bool)
}

/// Straight lines apart from each other.
struct SegmentsGeometry: MarkGeometry {
  var segments: [Segment]
  var ends: SegmentEnd

  init(_ segments: [Segment], ends: SegmentEnd) {
    self.segments = segments
    self.ends = ends
  }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "segments", plane: .segments, series: SeriesTraits(distinction: .dash, naming: .legend),
      fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { segments.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    for segment in segments { extent.include([segment.start, segment.end]) }
    if layer.standsOnZero, let first = segments.first {
      if first.start.x == first.end.x {
        extent.y.isFromZero = true
      } else {
        extent.x.isFromZero = true
      }
    }
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawSegments(segments, ends: ends, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    guard case .caps(_, let isHorizontal) = ends else {
      drawing.canvas.line(
        from: place.start, to: place.end,
        "stroke=\"" + styled.paint + "\" stroke-width=\"1.3\"")
      return
    }
    let (x, y) = (place.middle.x, place.middle.y)
    let path =
      isHorizontal
      ? FixedPoint.text(x - 9) + " " + FixedPoint.text(y - 3.5) + "v7m0-3.5h18m0-3.5v7"
      : FixedPoint.text(x - 3.5) + " " + FixedPoint.text(y - 7) + "h7m-3.5 0v14m-3.5 0h7"
    drawing.drawRim(of: "M" + path)
    drawing.canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"1.3\" d=\"M" + path + "\"")
  }

  var pointsBeyondAxes: [DataPoint] {
    segments.flatMap { [$0.start, $0.end] }.filter { $0.x.isBeyondAxes || $0.y.isBeyondAxes }
  }

  /// Intervals have their ends in the table; other strokes join what has the numbers.
  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    guard case .caps(_, let isHorizontal) = ends, isHorizontal == table.isTurned, !segments.isEmpty
    else { return [] }
    func end(_ point: DataPoint) -> DataPoint {
      var place = point.turned(table.isTurned)
      if table.hasNames { place.x = place.x.roundedToNearest }
      return place
    }
    let before = name.isEmpty ? "" : name + ", "
    return [
      TableSeries(before + "from", count: segments.count) { end(segments[$0].start) },
      TableSeries(before + "to", count: segments.count) { end(segments[$0].end) },
    ]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

extension PlotDrawing {
  /// So many separate lines are drawn at most.
  static let segmentLimit = 1200

  mutating func drawSegments(_ segments: [Segment], ends: SegmentEnd, _ styled: StyledLayer) {
    var data = PathData()
    // Of very many every second, third … is drawn.
    let most = limit(PlotDrawing.segmentLimit)
    let stride = (segments.count + most - 1) / most
    if stride > 1 {
      notes.append(
        "Of " + numeral(Double(segments.count), digits: 15) + " lines one in " + String(stride)
          + " is drawn.")
    }
    for index in segments.indices where index % max(1, stride) == 0 {
      let segment = segments[index]
      let hasStart = xAxis.admits(segment.start.x) && yAxis.admits(segment.start.y)
      let hasEnd = xAxis.admits(segment.end.x) && yAxis.admits(segment.end.y)
      guard hasStart || hasEnd else { continue }
      // An end without a place, such as zero on a logarithmic axis, is at the edge.
      let start = pixelOrEdge(segment.start)
      let end = pixelOrEdge(segment.end)
      guard start.x == start.x, start.y == start.y, end.x == end.x, end.y == end.y else {
        continue
      }
      for piece in PolylineClipping.pieces(of: [start, end], in: lineBox) {
        data.polyline(piece)
        addInk(along: piece)
      }
      guard case .caps(let size, let isHorizontal) = ends else { continue }
      let dx = isHorizontal ? 0 : size / 2
      let dy = isHorizontal ? size / 2 : 0
      for (place, isThere) in [(start, hasStart), (end, hasEnd)]
      where isThere && lineBox.contains(x: place.x, y: place.y) {
        data.segment(
          Pixel(x: place.x - dx, y: place.y - dy), Pixel(x: place.x + dx, y: place.y + dy))
      }
    }
    if data.text.isEmpty { return }
    if case .caps = ends { drawRim(of: data.text) }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\""
        + FixedPoint.text(styled.layer.weight ?? 1.3) + "\" d=\"" + data.text + "\"")
  }

  /// A rim in the colour of the page, from which both strokes and bars differ clearly in every theme;
  /// it lifts error bars off bars of any colour.
  fileprivate mutating func drawRim(of strokes: String) {
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + Palette.background
        + "\" stroke-width=\"4.5\" stroke-linecap=\"square\" d=\"" + strokes + "\"")
  }
}
