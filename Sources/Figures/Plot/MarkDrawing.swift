extension PlotDrawing {
  /// The line on which marks stand that go both ways.
  mutating func drawZeroLines() {
    var data = PathData()
    if xCrossesZero, !isFilled {
      let x = xScale.position(0)
      if x > frame.left + 1, x < frame.right {
        data.segment(Pixel(x: x, y: frame.top), Pixel(x: x, y: frame.bottom))
      }
    }
    if yCrossesZero, !isFilled {
      let y = yScale.position(0)
      if y > frame.top, y < frame.bottom - 1 {
        data.segment(Pixel(x: frame.left, y: y), Pixel(x: frame.right, y: y))
      }
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path", "d=\"" + data.text + "\" stroke=\"currentColor\" stroke-opacity=\".55\" fill=\"none\""
    )
  }

  mutating func drawRules() {
    for styled in layers {
      let start: Pixel
      let end: Pixel
      switch styled.layer.geometry {
      case .verticalRule(let value):
        let x = xScale.position(value)
        guard x >= frame.left - 0.01, x <= frame.right + 0.01 else { continue }
        start = Pixel(x: x, y: frame.bottom)
        end = Pixel(x: x, y: frame.top)
      case .horizontalRule(let value):
        let y = yScale.position(value)
        guard y >= frame.top - 0.01, y <= frame.bottom + 0.01 else { continue }
        start = Pixel(x: frame.left, y: y)
        end = Pixel(x: frame.right, y: y)
      default: continue
      }
      canvas.line(from: start, to: end, "stroke=\"" + styled.paint + "\"" + styled.dash.attribute)
      addInk(from: start, to: end)
    }
  }

  mutating func drawLines() {
    for styled in layers {
      guard case .polyline(let points) = styled.layer.geometry else { continue }
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
      if data.text.isEmpty { continue }
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint
          + "\" stroke-width=\"" + FixedPoint.text(styled.layer.weight ?? 1.75)
          + "\" stroke-linejoin=\"round\""
          + styled.dash.attribute + " d=\"" + data.text + "\"")
    }
  }

  /// How many points each of several pieces of a line may keep, by their lengths.
  static func shares(of limit: Int, among pieces: [[Pixel]]) -> [Int] {
    var all = 0
    for piece in pieces { all += piece.count }
    return pieces.map { piece in
      all <= limit ? limit : max(2, Int(Double(limit) * Double(piece.count) / Double(all)))
    }
  }

  mutating func drawSymbols() {
    for styled in layers {
      guard case .symbols(let points) = styled.layer.geometry else { continue }
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
          continue
        }
      }
      if inside.isEmpty { continue }
      canvas.add(
        SymbolDrawing.path(
          styled.symbol, at: inside, radius: inside.count > 300 ? 1.8 : 3, paint: styled.paint))
      addSymbols(inside)
    }
  }

  /// Remembers drawn symbols for the placing of labels.
  mutating func addSymbols(_ places: [Pixel]) {
    ink += places
    symbols += places
  }

  mutating func drawIterates() {
    for styled in layers {
      guard case .iterates(let points, let arrows) = styled.layer.geometry else { continue }
      var way: [Pixel] = []
      for point in PlotDrawing.finiteStart(of: points) {
        let place = pixel(point)
        if place.x != place.x || place.y != place.y { continue }
        way.append(place)
      }
      if way.isEmpty { continue }
      var outside = 0
      for place in way where !lineBox.contains(x: place.x, y: place.y) { outside += 1 }
      if outside > 0 {
        notes.append(
          (outside == 1 ? "One iterate" : String(outside) + " iterates")
            + (styled.layer.label.map { " of " + $0 } ?? "") + " outside the axes "
            + (outside == 1 ? "is" : "are") + " not seen.")
      }
      draw(way, arrows: arrows, styled)
    }
  }

  private mutating func draw(_ way: [Pixel], arrows: Int?, _ styled: StyledLayer) {
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
    let heads = PathArrows.heads(on: way, every: arrows, in: frame)
    if !heads.isEmpty {
      canvas.element("path", "fill=\"" + styled.paint + "\" d=\"" + heads + "\"")
    }
    if !trace.isEmpty { canvas.closeGroup() }
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

  /// The frame with room for rounding, so that what lies on the edge is drawn.
  var lineBox: Box { frame.expanded(by: 0.05) }

  /// Remembers a drawn polyline for the placing of labels.
  mutating func addInk(along points: [Pixel]) {
    if points.count == 1 { ink.append(points[0]) }
    var index = 1
    while index < points.count {
      addInk(from: points[index - 1], to: points[index])
      index += 1
    }
  }

  mutating func addInk(from start: Pixel, to end: Pixel) {
    let steps = max(1, Int(PathArrows.distance(start, end) / 3))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      ink.append(
        Pixel(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
    }
  }
}
