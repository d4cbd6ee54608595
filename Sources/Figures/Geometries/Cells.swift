/// Values in the cells of a regular grid, with the colours that they take.
struct Cells: Sendable {
  var columns: Int
  var rows: Int
  /// Row by row.
  var values: [Double]
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  /// Whether the first row has the place of the least y on an axis that runs downwards.
  var rowsRunDown: Bool
  var colors = ColorScale.sequential
  var scale = Axis.Scale.linear
  /// What the colours cover.
  var range = 0.0...1.0
  /// Whether values stand in the cells; nil where there is room.
  var showsValues: Bool?
  /// The significant digits of the largest value in the cells; nil for what is usual.
  var digits: Int?
  /// What stands in the cells in place of their values; empty for the values.
  var texts: [String] = []

  /// Decides what the colours cover; returns how many values have none.
  mutating func setColors(
    _ colors: ColorScale, scale: Axis.Scale, range: ClosedRange<Double>?
  ) -> Int {
    self.colors = colors
    self.scale = scale
    var missing = 0
    var lowest = Double.infinity
    var highest = -Double.infinity
    for value in values {
      let place = scale.transformed(value)
      if place != place {
        missing += 1
        continue
      }
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    if let range {
      self.range = range
    } else if lowest <= highest {
      if case .diverging(let center) = colors {
        let reach = max(highest - center, center - lowest)
        self.range = (center - reach)...(center + reach)
      } else {
        self.range = lowest...highest
      }
    }
    return missing
  }

  /// The share on the colour scale, or nil for a value without a place.
  func share(_ index: Int) -> Double? {
    let place = scale.transformed(values[index])
    if place != place { return nil }
    return colors.share(of: values[index], in: range, scale: scale)
  }

  /// The same with blocks of cells drawn together as their mean, so that there are at most `limit`
  /// columns and rows.
  func aggregated(limit: Int) -> Cells {
    let step = max((columns + limit - 1) / limit, (rows + limit - 1) / limit)
    if step <= 1 { return self }
    var result = self
    result.columns = (columns + step - 1) / step
    result.rows = (rows + step - 1) / step
    result.values = []
    for row in 0..<result.rows {
      for column in 0..<result.columns {
        var sum = 0.0
        var count = 0
        for r in (row * step)..<min(rows, (row + 1) * step) {
          for c in (column * step)..<min(columns, (column + 1) * step) {
            let value = values[r * columns + c]
            if scale.transformed(value) == scale.transformed(value) {
              sum += value
              count += 1
            }
          }
        }
        result.values.append(count == 0 ? .nan : sum / Double(count))
      }
    }
    // The last blocks may be narrower than the others, but are drawn as wide.
    let width = (x.upperBound - x.lowerBound) / Double(columns) * Double(step * result.columns)
    let height = (y.upperBound - y.lowerBound) / Double(rows) * Double(step * result.rows)
    result.x = x.lowerBound...(x.lowerBound + width)
    result.y = y.lowerBound...(y.lowerBound + height)
    return result
  }
}

extension Cells: MarkGeometry {
  var traits: GeometryTraits {
    GeometryTraits(
      name: "cells", plane: .ground, series: nil, fillsFrame: true,
      needsLinearAxesFor: "cells of equal size",
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    if !values.isEmpty { extent.includeTightly(x, y) }
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawCells(self)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {}

  var pointsBeyondAxes: [DataPoint] { [] }

  /// A matrix is a table of its own, which comes before those of series.
  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  /// None where the values stand in the cells.
  func colorBar(width: Double) -> ColorBar? {
    if values.isEmpty || colors == .ink { return nil }
    // The room is not known yet; the matrix will have about this much.
    let cell = min(56, (width - 100) / Double(max(1, columns)))
    if textSize(width: cell * Double(columns), height: cell * Double(rows)) != nil { return nil }
    let lower = scale.transformed(range.lowerBound)
    let upper = scale.transformed(range.upperBound)
    let shares = (0...ColorScale.steps).map { index in
      let value = scale.value(at: lower + (upper - lower) * ColorScale.share(ofStep: index))
      return colors.share(of: value, in: range, scale: scale)
    }
    return ColorBar(colors: colors, shares: shares, labels: scaleLabels())
  }

  var onSurface: SurfaceShape { .nothing }

  private func scaleLabels() -> [(share: Double, text: String)] {
    if !(range.lowerBound < range.upperBound) { return [(0.5, numeral(range.lowerBound))] }
    let ticks = AxisTicks.make(
      axis: Axis(scale: scale), lower: range.lowerBound, upper: range.upperBound, count: 6)
    let lower = scale.transformed(range.lowerBound)
    let upper = scale.transformed(range.upperBound)
    var result: [(share: Double, text: String)] = []
    for (value, label) in zip(ticks.major, ticks.labels) {
      let share = (scale.transformed(value) - lower) / (upper - lower)
      if share > -1e-9, share < 1 + 1e-9 { result.append((share, label)) }
    }
    return result
  }

  /// The size of values in cells, or nil where they have no room or are not wanted.
  func textSize(width: Double, height: Double) -> Double? {
    if showsValues == false || values.isEmpty { return nil }
    if columns * rows > 400 { return nil }
    let format = CellFormat(self)
    var widest = 0.0
    for (index, value) in values.enumerated() {
      widest = max(widest, TextMetrics.width(format.text(value, cell: index), size: 1))
    }
    let cellWidth = width / Double(columns) - 4
    let cellHeight = height / Double(rows) - 4
    let size = min(Canvas.textSize, cellWidth / max(widest, 0.1), cellHeight / 1.05)
    if size >= 10.5 { return (size * 2).roundedDown / 2 }
    return showsValues == true && size >= 8 ? (size * 2).roundedDown / 2 : nil
  }
}
