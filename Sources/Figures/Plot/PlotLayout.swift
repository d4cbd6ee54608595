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

    var right = 14.0
    for label in directLabels {
      right = max(
        right, DirectLabels.gap + TextMetrics.width(label.text, size: Canvas.textSize) + 2)
    }

    colorBar = legend == .hidden ? nil : ColorBar(of: self)
    if let colorBar { right = max(right, colorBar.room) }

    // Labels decide the margins, which decide the scales, which decide the labels: a guess first,
    // then twice more.
    var left = 44.0
    for _ in 0..<3 {
      frame = innerBox(left: left, right: right, top: top, x: x, y: y)
      let widest = setScales(x: x, y: y)
      titleLeft = max(2, frame.left - widest)
      left = max(18, (widest + 3).roundedUp)
      if uprightRoom != nil { continue }
      if let value = xTicks.major.first, let label = xTicks.labels.first {
        let half = TextMetrics.width(label, size: Canvas.textSize) / 2
        left += max(0, (half + 2 - xScale.position(value) + frame.left - left).roundedUp)
      }
      if let value = xTicks.major.last, let label = xTicks.labels.last {
        let half = TextMetrics.width(label, size: Canvas.textSize) / 2
        right = max(right, (half + 2 - frame.right + xScale.position(value)).roundedUp)
      }
    }
    if matrix != nil {
      // Cells of a small matrix do not fill the width.
      width = max(240, min(width, (frame.right + right).roundedUp))
    }
    var bottom = PlotDrawing.tickGap + labelHeight
    if !xAxis.title.isEmpty { bottom += PlotDrawing.rowHeight }
    height = (frame.bottom + bottom).roundedUp
    noteThinnedNames()
  }

  /// Scales and ticks for the frame; returns the room that the labels of the vertical axis take.
  mutating func setScales(
    x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)
  ) -> Double {
    xScale = PositionScale(
      scale: xAxis.scale, lower: x.lower, upper: x.upper, start: frame.left, end: frame.right)
    yScale = PositionScale(
      scale: yAxis.scale, lower: y.lower, upper: y.upper,
      start: yAxis.categories == nil ? frame.bottom : frame.top,
      end: yAxis.categories == nil ? frame.top : frame.bottom)
    let rows = yAxis.categories == nil ? frame.height / 46 + 1 : frame.height / 16
    yTicks = AxisTicks.make(
      axis: yAxis, lower: y.lower, upper: y.upper, count: max(2, Int(rows)), whole: yIsWhole)
    if yAxis.categories != nil {
      yTicks.labels = PlotDrawing.shortened(yTicks.labels, to: width * 0.38)
    }
    chooseHorizontalTicks(x)
    var widest = 0.0
    for label in yTicks.labels {
      widest = max(widest, TextMetrics.width(label, size: Canvas.textSize))
    }
    return widest + PlotDrawing.tickGap
  }

  /// How far the outermost label under a panel's horizontal axis stands out beyond its frame.
  func labelsBeyond(isRight: Bool) -> Double {
    guard panel?.showsXLabels == true,
      let value = isRight ? xTicks.major.last : xTicks.major.first,
      let label = isRight ? xTicks.labels.last : xTicks.labels.first
    else { return 0 }
    let half = TextMetrics.width(label, size: Canvas.textSize) / 2
    let place = xScale.position(value)
    return max(0, isRight ? place + half - frame.right : frame.left - place + half)
  }

  private mutating func noteThinnedNames() {
    for (axis, ticks, name) in [(xAxis, xTicks, "horizontal"), (yAxis, yTicks, "vertical")] {
      guard let all = axis.categories, ticks.isThinned else { continue }
      notes.append(
        "Of " + numeral(Double(all.count), digits: 15) + " names on the " + name + " axis one in "
          + numeral(ticks.major[1] - ticks.major[0], digits: 15) + " is written.")
    }
  }

  /// Names that are cut off where they would take too much room, or, where two that differ would then
  /// read the same, have a gap before their ends.
  private static func shortened(_ names: [String], to room: Double) -> [String] {
    let texts = names.map { shortened($0, to: room) }
    return names.indices.map { index in
      for other in names.indices where texts[other] == texts[index] && names[other] != names[index]
      {
        return shortenedInside(names[index], to: room)
      }
      return texts[index]
    }
  }

  private static func shortened(_ name: String, to room: Double) -> String {
    if TextMetrics.width(name, size: Canvas.textSize) <= room { return name }
    var kept = Array(name)
    while kept.count > 1,
      TextMetrics.width(String(kept) + "…", size: Canvas.textSize) > room
    { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The beginning and the end of a name, of which the end keeps a little more.
  private static func shortenedInside(_ name: String, to room: Double) -> String {
    let all = Array(name)
    var kept = all.count - 1
    func text() -> String {
      String(all.prefix(kept / 2)) + "…" + String(all.suffix(kept - kept / 2))
    }
    while kept > 1, TextMetrics.width(text(), size: Canvas.textSize) > room { kept -= 1 }
    return text()
  }

  /// The matrix that the plot is of.
  var matrix: Cells? {
    for styled in layers {
      if case .cells(let cells) = styled.layer.geometry, cells.rowsRunDown { return cells }
    }
    return nil
  }

  private func innerBox(
    left: Double, right: Double, top: Double, x: (lower: Double, upper: Double),
    y: (lower: Double, upper: Double)
  ) -> Box {
    var left = left
    var innerWidth = max(80, width - left - right)
    var innerHeight: Double
    switch aspect {
    case .automatic:
      innerHeight = (width * (isFilled ? 0.6 : 0.5)).roundedToNearest
      // A list is as high as its rows.
      if let names = yAxis.categories, !isFilled {
        innerHeight = min(innerHeight * 1.5, Double(names.count) * 30 + 10)
      }
    case .ratio(let ratio): innerHeight = innerWidth / ratio
    case .equal: innerHeight = innerWidth * (y.upper - y.lower) / (x.upper - x.lower)
    }
    if aspect == .automatic, let matrix, matrix.rows > 0, matrix.columns > 0 {
      // Square cells, whole pixels each, no larger than they are read with ease.
      var cell = min(innerWidth / Double(matrix.columns), width * 0.8 / Double(matrix.rows), 56)
      if cell >= 2 { cell = cell.roundedDown }
      return Box(
        left: left, top: top, right: left + max(40, cell * Double(matrix.columns)),
        bottom: top + max(24, cell * Double(matrix.rows)))
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

  /// As many ticks as their labels leave room for; names that are too long for one row stand in
  /// two alternately, and where that is not enough, upright.
  private mutating func chooseHorizontalTicks(_ x: (lower: Double, upper: Double)) {
    labelRows = 1
    uprightRoom = nil
    var count = max(2, Int(frame.width / 70) + 1)
    if let categories = xAxis.categories {
      count = max(2, min(categories.count, Int(frame.width / 14)))
    }
    while true {
      xTicks = AxisTicks.make(
        axis: xAxis, lower: x.lower, upper: x.upper, count: count, whole: xIsWhole)
      if !labelsTouch(rows: 1) { return }
      if panel == nil, let names = xAxis.categories, names.count <= 24, !labelsTouch(rows: 2) {
        labelRows = 2
        return
      }
      if panel == nil, setNamesUpright() { return }
      if count <= 2 { break }
      count -= 1
    }
    if xAxis.categories != nil {
      let room = frame.width / Double(max(1, xTicks.labels.count)) - 10
      xTicks.labels = PlotDrawing.shortened(xTicks.labels, to: max(30, room))
    }
  }

  /// Names that are words stand upright where all have room so.
  private mutating func setNamesUpright() -> Bool {
    guard let names = xAxis.categories, !names.isEmpty, xTicks.labels.count == names.count,
      frame.width / Double(names.count) >= 20
    else { return false }
    var hasWords = false
    for name in names {
      for byte in name.utf8 where !(byte >= 45 && byte <= 57) { hasWords = true }
    }
    guard hasWords else { return false }
    xTicks.labels = PlotDrawing.shortened(names, to: 150)
    var longest = 0.0
    for label in xTicks.labels {
      longest = max(longest, TextMetrics.width(label, size: Canvas.textSize))
    }
    uprightRoom = (longest + 6).roundedUp
    return true
  }

  /// Whether labels would touch when they alternate between so many rows.
  private func labelsTouch(rows: Int) -> Bool {
    var ends = [Double](repeating: -.infinity, count: rows)
    var index = 0
    for (value, label) in zip(xTicks.major, xTicks.labels) {
      let half = TextMetrics.width(label, size: Canvas.textSize) / 2
      let place = xScale.position(value)
      if place - half < ends[index % rows] + 10 { return true }
      ends[index % rows] = place + half
      index += 1
    }
    return false
  }
}
