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
}
