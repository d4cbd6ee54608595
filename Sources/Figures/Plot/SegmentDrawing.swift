extension PlotDrawing {
  /// So many separate lines are drawn at most.
  static let segmentLimit = 1200

  mutating func drawSegments() {
    for styled in layers {
      guard case .segments(let segments, let ends) = styled.layer.geometry else { continue }
      var data = PathData()
      var heads = PathData()
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
        switch ends {
        case .plain: break
        case .caps(let size, let isHorizontal):
          let dx = isHorizontal ? 0 : size / 2
          let dy = isHorizontal ? size / 2 : 0
          for (place, isThere) in [(start, hasStart), (end, hasEnd)]
          where isThere && lineBox.contains(x: place.x, y: place.y) {
            data.segment(
              Pixel(x: place.x - dx, y: place.y - dy), Pixel(x: place.x + dx, y: place.y + dy))
          }
        case .arrow:
          if lineBox.contains(x: end.x, y: end.y) { addArrow(from: start, to: end, &heads) }
        }
      }
      if data.text.isEmpty { continue }
      if case .caps = ends {
        // A rim in the colour of the page lifts them off bars.
        canvas.element(
          "path",
          "fill=\"none\" stroke=\"" + Palette.background
            + "\" stroke-width=\"4\" stroke-opacity=\".7\" d=\"" + data.text + "\"")
      }
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\""
          + FixedPoint.text(styled.layer.weight ?? 1.3) + "\" d=\"" + data.text + "\"")
      if !heads.text.isEmpty {
        canvas.element("path", "fill=\"" + styled.paint + "\" d=\"" + heads.text + "\"")
      }
    }
  }

  private func addArrow(from start: Pixel, to end: Pixel, _ data: inout PathData) {
    let length = PathArrows.distance(start, end)
    guard length > 2 else { return }
    let size = min(6, length * 0.5)
    let ux = (end.x - start.x) / length
    let uy = (end.y - start.y) / length
    let back = Pixel(x: end.x - ux * size, y: end.y - uy * size)
    let half = size * 0.42
    let tip = Pixel(x: end.x + ux * 0.8, y: end.y + uy * 0.8)
    data.polyline(
      [
        tip, Pixel(x: back.x - uy * half, y: back.y + ux * half),
        Pixel(x: back.x + uy * half, y: back.y - ux * half),
      ], closed: true)
  }

  /// Arrows at the edge for values that are infinite in one coordinate.
  mutating func drawInfinities() {
    for styled in layers {
      let points: [DataPoint]
      switch styled.layer.geometry {
      case .polyline(let all), .symbols(let all): points = all
      case .bars(let bars, let isHorizontal):
        points = bars.filter { $0.value.magnitude > 1e300 }.map {
          DataPoint(
            across: ($0.near + $0.far) / 2, along: $0.value, isHorizontal: isHorizontal)
        }
      case .segments(let segments, _):
        points = segments.flatMap { [$0.start, $0.end] }.filter {
          $0.x.magnitude > 1e300 || $0.y.magnitude > 1e300
        }
      default: continue
      }
      var places: [Pixel] = []
      for point in points where point.x == point.x && point.y == point.y {
        if point.y.magnitude > 1e300, xAxis.admits(point.x) {
          let x = xScale.position(point.x)
          guard x >= frame.left - 0.05, x <= frame.right + 0.05 else { continue }
          let isUp = (point.y > 0) == (yScale.end < yScale.start)
          places.append(Pixel(x: x, y: isUp ? frame.top : frame.bottom))
        } else if point.x.magnitude > 1e300, yAxis.admits(point.y) {
          let y = yScale.position(point.y)
          guard y >= frame.top - 0.05, y <= frame.bottom + 0.05 else { continue }
          places.append(Pixel(x: point.x > 0 ? frame.right : frame.left, y: y))
        }
      }
      if places.isEmpty { continue }
      var data = PathData()
      for place in SymbolDrawing.thinned(places, limit: 200) {
        let isLevel = place.x == frame.left || place.x == frame.right
        let dx = isLevel && place.y != frame.top ? (place.x == frame.right ? 1.0 : -1) : 0
        let dy = dx != 0 ? 0 : (place.y == frame.top ? -1.0 : 1)
        data.polyline(
          [
            Pixel(x: place.x + dx * 5, y: place.y + dy * 5),
            Pixel(x: place.x - dx * 4 - dy * 5, y: place.y - dy * 4 + dx * 5),
            Pixel(x: place.x - dx * 4 + dy * 5, y: place.y - dy * 4 - dx * 5),
          ], closed: true)
        ink.append(place)
      }
      canvas.element(
        "path",
        "fill=\"" + styled.paint + "\" stroke=\"" + Palette.background
          + "\" stroke-width=\"1\" d=\"" + data.text + "\"")
    }
  }
}
