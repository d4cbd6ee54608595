extension PlotDrawing {
  /// Arrows at the edge for values that are infinite in one coordinate.
  mutating func drawInfinities() {
    for styled in layers {
      let points = styled.behavior.pointsBeyondAxes()
      var places: [Pixel] = []
      for point in points where point.x == point.x && point.y == point.y {
        if point.y.isBeyondAxes, xAxis.admits(point.x) {
          let x = xScale.position(point.x)
          guard x >= frame.left - 0.05, x <= frame.right + 0.05 else { continue }
          let isUp = (point.y > 0) == (yScale.end < yScale.start)
          places.append(Pixel(x: x, y: isUp ? frame.top : frame.bottom))
        } else if point.x.isBeyondAxes, yAxis.admits(point.y) {
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
