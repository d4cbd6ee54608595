extension PlotDrawing {
  /// The gap between an axis and its tick labels.
  static let tickGap = 7.0
  /// The height of a row of text.
  static let rowHeight = 19.0

  /// Finds the room for guides and the scales of both axes.
  mutating func layOut(
    x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)
  ) {
    var top = 10.0
    directLabels = DirectLabels.wanted(in: self)
    if directLabels.isEmpty { top += legendHeight() }
    if !yAxis.title.isEmpty { top += PlotDrawing.rowHeight }
    var bottom = PlotDrawing.tickGap + PlotDrawing.rowHeight
    if !xAxis.title.isEmpty { bottom += PlotDrawing.rowHeight }

    var right = 14.0
    for label in directLabels {
      right = max(
        right, DirectLabels.gap + TextMetrics.width(label.text, size: Canvas.textSize) + 2)
    }

    // Labels decide the margins, which decide the scales, which decide the labels: a guess first,
    // then twice for good.
    var left = 44.0
    for _ in 0..<3 {
      frame = innerBox(left: left, right: right, top: top, x: x, y: y)
      xScale = PositionScale(
        scale: xAxis.scale, lower: x.lower, upper: x.upper, start: frame.left, end: frame.right)
      yScale = PositionScale(
        scale: yAxis.scale, lower: y.lower, upper: y.upper, start: frame.bottom, end: frame.top)
      yTicks = AxisTicks.make(
        axis: yAxis, lower: y.lower, upper: y.upper, count: max(2, Int(frame.height / 46) + 1))
      chooseHorizontalTicks(x)
      var widest = 0.0
      for label in yTicks.labels {
        widest = max(widest, TextMetrics.width(label, size: Canvas.textSize))
      }
      widest += PlotDrawing.tickGap
      titleLeft = max(2, frame.left - widest)
      left = max(18, (widest + 3).roundedUp)
      if let value = xTicks.major.first, let label = xTicks.labels.first {
        let half = TextMetrics.width(label, size: Canvas.textSize) / 2
        left += max(0, (half + 2 - xScale.position(value) + frame.left - left).roundedUp)
      }
      if let value = xTicks.major.last, let label = xTicks.labels.last {
        let half = TextMetrics.width(label, size: Canvas.textSize) / 2
        right = max(right, (half + 2 - frame.right + xScale.position(value)).roundedUp)
      }
    }
    height = (frame.bottom + bottom).roundedUp
  }

  private func innerBox(
    left: Double, right: Double, top: Double, x: (lower: Double, upper: Double),
    y: (lower: Double, upper: Double)
  ) -> Box {
    var left = left
    var innerWidth = max(80, width - left - right)
    var innerHeight: Double
    switch aspect {
    case .automatic: innerHeight = (width * (hasRegions ? 0.6 : 0.5)).roundedToNearest
    case .ratio(let ratio): innerHeight = innerWidth / ratio
    case .equal: innerHeight = innerWidth * (y.upper - y.lower) / (x.upper - x.lower)
    }
    // Not higher than a screen, not flatter than its labels.
    let highest = width * 0.85
    if innerHeight > highest {
      let narrower = innerWidth * highest / innerHeight
      if aspect != .automatic {
        left += (innerWidth - narrower) / 2
        innerWidth = narrower
      }
      innerHeight = highest
    }
    innerHeight = max(60, innerHeight)
    return Box(left: left, top: top, right: left + innerWidth, bottom: top + innerHeight)
  }

  /// As many ticks as their labels leave room for.
  private mutating func chooseHorizontalTicks(_ x: (lower: Double, upper: Double)) {
    var count = max(2, Int(frame.width / 70) + 1)
    while true {
      xTicks = AxisTicks.make(axis: xAxis, lower: x.lower, upper: x.upper, count: count)
      var end = -Double.infinity
      var touches = false
      for (value, label) in zip(xTicks.major, xTicks.labels) {
        let half = TextMetrics.width(label, size: Canvas.textSize) / 2
        let place = xScale.position(value)
        if place - half < end + 10 { touches = true }
        end = place + half
      }
      if !touches || count <= 2 { return }
      count -= 1
    }
  }
}
