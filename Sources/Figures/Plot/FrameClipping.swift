extension PlotDrawing {
  /// Draws into a nested element that clips at the frame without needing an id.
  mutating func clipped(_ draw: (inout PlotDrawing) -> Void) {
    let x = FixedPoint.text(frame.left)
    let y = FixedPoint.text(frame.top)
    let w = FixedPoint.text(frame.width)
    let h = FixedPoint.text(frame.height)
    canvas.add(
      "<svg x=\"\(x)\" y=\"\(y)\" width=\"\(w)\" height=\"\(h)\" viewBox=\"\(x) \(y) \(w) \(h)\">")
    draw(&self)
    canvas.add("</svg>")
  }
}
