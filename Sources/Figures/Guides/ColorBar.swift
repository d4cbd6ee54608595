/// A strip of the colours of a scale at the right of a plot, with numbers beside it.
struct ColorBar: Sendable {
  private enum Content: Sendable {
    case cells(Cells)
    case contours(ContourMap)
  }

  private let content: Content
  /// Numbers with the share of the strip's length where they stand, from the lower end.
  private(set) var labels: [(share: Double, text: String)] = []

  static let gap = 14.0
  static let thickness = 12.0

  /// What the colours of a plot mean, unless the values stand in the cells.
  init?(of drawing: PlotDrawing) {
    for styled in drawing.layers {
      switch styled.layer.geometry {
      case .cells(let cells):
        if cells.values.isEmpty || cells.colors == .ink { continue }
        // The room is not known yet; the matrix will have about this much.
        let cell = min(56, (drawing.width - 100) / Double(max(1, cells.columns)))
        if ColorBar.textSize(
          in: cells, width: cell * Double(cells.columns), height: cell * Double(cells.rows)) != nil
        {
          continue
        }
        content = .cells(cells)
        labels = ColorBar.labels(cells)
        return
      case .regions(let map):
        guard map.colors != nil, !map.regions.isEmpty else { continue }
        content = .contours(map)
        let levels = map.regions.map { $0.level }
        // Of many levels every second or third has a number.
        let stride = (levels.count + 9) / 10
        for (index, level) in levels.enumerated() where index % stride == 0 {
          labels.append(
            (Double(levels.count - index) / Double(levels.count + 1), map.text(level)))
        }
        return
      default: continue
      }
    }
    return nil
  }

  private static func labels(_ cells: Cells) -> [(share: Double, text: String)] {
    let range = cells.range
    if !(range.lowerBound < range.upperBound) { return [(0.5, numeral(range.lowerBound))] }
    let ticks = AxisTicks.make(
      axis: Axis(scale: cells.scale), lower: range.lowerBound, upper: range.upperBound, count: 6)
    let lower = cells.scale.transformed(range.lowerBound)
    let upper = cells.scale.transformed(range.upperBound)
    var result: [(share: Double, text: String)] = []
    for (value, label) in zip(ticks.major, ticks.labels) {
      let share = (cells.scale.transformed(value) - lower) / (upper - lower)
      if share > -1e-9, share < 1 + 1e-9 { result.append((share, label)) }
    }
    return result
  }

  /// The room at the right of the frame.
  var room: Double {
    var widest = 0.0
    for label in labels {
      widest = max(widest, TextMetrics.width(label.text, size: Canvas.textSize))
    }
    return ColorBar.gap + ColorBar.thickness + 7 + widest + 3
  }

  /// The size of values in cells, or nil where they have no room or are not wanted.
  static func textSize(in cells: Cells, width: Double, height: Double) -> Double? {
    if cells.showsValues == false || cells.values.isEmpty { return nil }
    if cells.columns * cells.rows > 400 { return nil }
    let format = CellFormat(cells)
    var widest = 0.0
    for (index, value) in cells.values.enumerated() {
      widest = max(widest, TextMetrics.width(format.text(value, cell: index), size: 1))
    }
    let cellWidth = width / Double(cells.columns) - 4
    let cellHeight = height / Double(cells.rows) - 4
    let size = min(Canvas.textSize, cellWidth / max(widest, 0.1), cellHeight / 1.05)
    if size >= 10.5 { return (size * 2).roundedDown / 2 }
    return cells.showsValues == true && size >= 8 ? (size * 2).roundedDown / 2 : nil
  }

  /// The strip and its numbers beside a frame.
  func draw(beside frame: Box, on canvas: inout Canvas) {
    let strip = Box(
      left: frame.right + ColorBar.gap, top: frame.top,
      right: frame.right + ColorBar.gap + ColorBar.thickness, bottom: frame.bottom)
    var shares: [Double] = []
    let colors: ColorScale
    switch content {
    case .cells(let cells):
      colors = cells.colors
      for index in 0...ColorScale.steps {
        let share = Double(index) / Double(ColorScale.steps)
        let lower = cells.scale.transformed(cells.range.lowerBound)
        let upper = cells.scale.transformed(cells.range.upperBound)
        let value = cells.scale.value(at: lower + (upper - lower) * share)
        shares.append(colors.share(of: value, in: cells.range, scale: cells.scale))
      }
    case .contours(let map):
      colors = map.colors ?? .sequential
      for index in (-1..<map.regions.count).reversed() { shares.append(map.share(index)) }
    }
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
