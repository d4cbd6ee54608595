extension PlotDrawing {
  /// Vector fields and streamlines.
  mutating func drawFields() {
    for styled in layers {
      switch styled.layer.geometry {
      case .field(let arrows, let x, let y, let columns, let rows, let isDirectionOnly):
        let width = (xScale.position(x.upperBound) - xScale.position(x.lowerBound)).magnitude
        let height = (yScale.position(y.upperBound) - yScale.position(y.lowerBound)).magnitude
        let cell = min(width / Double(columns), height / Double(rows))
        drawArrows(
          arrows, columns: columns, reach: cell * 0.92, isDirectionOnly: isDirectionOnly, styled)
      case .streams(let lines, _, _): drawStreams(lines, styled)
      default: continue
      }
    }
  }

  private mutating func drawArrows(
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

  private mutating func drawStreams(_ lines: [[DataPoint]], _ styled: StyledLayer) {
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

  private mutating func stroke(_ data: PathData, _ styled: StyledLayer, width: Double) {
    if data.text.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"" + FixedPoint.text(width)
        + "\" stroke-opacity=\".75\" d=\"" + data.text + "\"")
  }
}
