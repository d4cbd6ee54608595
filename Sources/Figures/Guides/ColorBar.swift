/// A strip of the colours of a scale at the right of a plot, with numbers beside it.
struct ColorBar: Sendable {
  let colors: ColorScale
  /// The shares on the colour scale of the strip's steps, from the lower end.
  let shares: [Double]
  /// Numbers with the share of the strip's length where they stand, from the lower end.
  let labels: [(share: Double, text: String)]

  static let gap = 14.0
  static let thickness = 12.0

  init(colors: ColorScale, shares: [Double], labels: [(share: Double, text: String)]) {
    self.colors = colors
    self.shares = shares
    self.labels = labels
  }

  /// What the colours of a plot mean, of the first layer that has to say it.
  init?(of drawing: PlotDrawing) {
    for styled in drawing.layers {
      guard let bar = styled.behavior.colorBar(drawing.width) else { continue }
      self = bar
      return
    }
    return nil
  }

  /// The room at the right of the frame.
  var room: Double {
    var widest = 0.0
    for label in labels {
      widest = max(widest, TextMetrics.width(label.text, size: Canvas.textSize))
    }
    return ColorBar.gap + ColorBar.thickness + 7 + widest + 3
  }

  /// The strip and its numbers beside a frame.
  func draw(beside frame: Box, on canvas: inout Canvas) {
    let strip = Box(
      left: frame.right + ColorBar.gap, top: frame.top,
      right: frame.right + ColorBar.gap + ColorBar.thickness, bottom: frame.bottom)
    canvas.openGroup("style=\"" + colors.variables + "\"")
    let step = strip.height / Double(shares.count)
    for (index, share) in shares.enumerated() {
      let bottom = strip.bottom - Double(index) * step
      // Each reaches under the next one, so that no seam shows.
      let top = index == shares.count - 1 ? strip.top : bottom - step - 0.6
      canvas.element(
        "path",
        colors.fill(step: ColorScale.step(of: share)) + " d=\""
          + Box(left: strip.left, top: top, right: strip.right, bottom: bottom).path + "\"")
    }
    canvas.closeGroup()
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\" d=\"" + strip.path + "\"")
    let cap = Canvas.textSize * TextMetrics.capHeight
    var last = Double.infinity
    for label in labels {
      let y = strip.bottom - label.share * strip.height
      guard (y - last).magnitude >= 15 else { continue }
      last = y
      canvas.line(
        from: Pixel(x: strip.right, y: y), to: Pixel(x: strip.right + 4, y: y),
        "stroke=\"currentColor\" stroke-opacity=\".55\"")
      canvas.text(label.text, x: strip.right + 7, baseline: y + cap / 2)
    }
  }
}

extension PlotDrawing {
  mutating func drawColorBar() { colorBar?.draw(beside: frame, on: &canvas) }
}
