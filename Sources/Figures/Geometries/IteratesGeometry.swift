/// The way of an iteration, with arrow heads on every so many steps (0: none, nil: a few).
struct IteratesGeometry: MarkGeometry {
  var points: [DataPoint]
  var arrows: Int?

  var traits: GeometryTraits {
    GeometryTraits(
      name: "iterates", plane: .iterates,
      series: SeriesTraits(distinction: .symbol, naming: .legend), fillsFrame: false,
      needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { points.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.hasSymbols = true
    let way = finiteStart
    if way.count < points.count {
      extent.notes.append(
        "The way" + (layer.label.map { " of " + $0 } ?? "")
          + " ends after " + String(way.count) + (way.count == 1 ? " iterate" : " iterates")
          + ": the next one is not finite.")
    }
    extent.include(way)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawIterates(finiteStart, arrows: arrows, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    let tip = Pixel(x: place.end.x - 4, y: place.end.y)
    drawing.canvas.line(
      from: place.start, to: tip, "stroke=\"" + styled.paint + "\" stroke-width=\"1.6\"")
    drawing.canvas.add(
      SymbolDrawing.path(styled.symbol, at: [tip], radius: 3.8, paint: styled.paint))
  }

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    if points.isEmpty { return [] }
    return [TableSeries(name, count: points.count) { points[$0].turned(table.isTurned) }]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .iterates(finiteStart) }

  /// The iterates before the first one that is not finite.
  var finiteStart: [DataPoint] {
    var count = 0
    while count < points.count, points[count].x.hasPlace, points[count].y.hasPlace { count += 1 }
    return Array(points[..<count])
  }
}

extension PlotDrawing {
  mutating func drawIterates(_ points: [DataPoint], arrows: Int?, _ styled: StyledLayer) {
    var way: [Pixel] = []
    for point in points {
      let place = pixel(point)
      if place.x != place.x || place.y != place.y { continue }
      way.append(place)
    }
    if way.isEmpty { return }
    var outside = 0
    for place in way where !lineBox.contains(x: place.x, y: place.y) { outside += 1 }
    if outside > 0 {
      notes.append(
        (outside == 1 ? "One iterate" : String(outside) + " iterates")
          + (styled.layer.label.map { " of " + $0 } ?? "") + " outside the axes "
          + (outside == 1 ? "is" : "are") + " not seen.")
    }
    drawWay(way, arrows: arrows, styled)
  }

  private mutating func drawWay(_ way: [Pixel], arrows: Int?, _ styled: StyledLayer) {
    let pieces = PolylineClipping.pieces(of: way, in: lineBox)
    var data = PathData()
    for (piece, most) in zip(pieces, PlotDrawing.shares(of: limit(2200), among: pieces)) {
      let simple = PathSimplification.simplifiedLine(piece, limit: most)
      data.polyline(simple)
      addInk(along: simple)
    }
    var trace = ""
    var after = ""
    var isSeen = true
    for place in way where !lineBox.contains(x: place.x, y: place.y) { isSeen = false }
    if let seconds = styled.layer.seconds, panel == nil, pieces.count == 1, way.count > 1, isSeen {
      moves = true
      let variables = " style=\"" + Motion.variables(of: way, seconds: seconds) + "\""
      trace = " pathLength=\"1\"" + variables
      after = " class=\"figure-after\"" + variables
    }
    let line =
      "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"" + data.text + "\""
    // A rim in the colour of the page lifts the way off the contours.
    let moving = trace.isEmpty ? "" : " class=\"figure-trace\"" + trace
    canvas.element(
      "path",
      line + " stroke=\"" + Palette.background + "\" stroke-width=\"4\" stroke-opacity=\".7\""
        + moving)
    canvas.element("path", line + " stroke=\"" + styled.paint + "\" stroke-width=\"1.6\"" + moving)
    if !trace.isEmpty {
      // A stroke without length whose round ends are a bead.
      overlay += "<path class=\"figure-bead\" opacity=\"0\" stroke=\"" + styled.paint
      overlay += "\" stroke-width=\"8\" stroke-dasharray=\"0 2\" " + line + trace + "/>"
      canvas.openGroup(String(after.dropFirst()))
    }

    var dots: [Pixel] = []
    if way.count <= 400 {
      for point in way.dropFirst().dropLast() where lineBox.contains(x: point.x, y: point.y) {
        if let last = dots.last, PathArrows.distance(last, point) < 5 { continue }
        dots.append(point)
      }
    }
    if !dots.isEmpty {
      canvas.add(SymbolDrawing.path(.circle, at: dots, radius: 1.7, paint: styled.paint))
    }
    if !trace.isEmpty { canvas.closeGroup() }
    let heads = PathArrows.heads(on: way, every: arrows, in: frame)
    if !heads.isEmpty {
      // Above all ways, with a rim that lifts them off those that are near.
      if !trace.isEmpty { overlay += "<g" + after + ">" }
      overlay += "<path fill=\"" + styled.paint + "\" stroke=\"" + Palette.background
      overlay += "\" stroke-width=\"2\" paint-order=\"stroke\" d=\"" + heads + "\"/>"
      if !trace.isEmpty { overlay += "</g>" }
    }
    if let start = way.first, lineBox.contains(x: start.x, y: start.y), way.count > 1 {
      overlay += "<circle cx=\"" + FixedPoint.text(start.x) + "\" cy=\"" + FixedPoint.text(start.y)
      overlay += "\" r=\"3.6\" fill=\"" + Palette.background + "\" stroke=\"" + styled.paint
      overlay += "\" stroke-width=\"1.6\"/>"
    }
    if let end = way.last, lineBox.contains(x: end.x, y: end.y) {
      if !trace.isEmpty { overlay += "<g" + after + ">" }
      overlay += SymbolDrawing.path(
        styled.symbol, at: [end], radius: 5.4, paint: Palette.background)
      overlay += SymbolDrawing.path(styled.symbol, at: [end], radius: 4, paint: styled.paint)
      if !trace.isEmpty { overlay += "</g>" }
    }
  }
}
