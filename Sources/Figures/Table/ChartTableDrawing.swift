/// Draws a table with charts in its cells.
struct ChartTableDrawing {
  let columns: [ChartTable.Column]
  let rows: Int

  var canvas = Canvas()
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let rowHeight = 27.0
  private static let gap = 22.0

  init(columns: [ChartTable.Column], rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  mutating func draw() {
    var x = 4.0
    let head = 22.0
    for column in columns {
      let own = draw(column, left: x, top: head + 6)
      x += own + ChartTableDrawing.gap
    }
    width = (x - ChartTableDrawing.gap + 4).roundedUp
    height = (head + 6 + Double(rows) * ChartTableDrawing.rowHeight + 2).roundedUp
    var data = PathData()
    for row in 1..<max(1, rows) {
      let y = head + 6 + Double(row) * ChartTableDrawing.rowHeight
      data.segment(Pixel(x: 0, y: y), Pixel(x: width, y: y))
    }
    canvas.element(
      "path", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".13\" d=\"" + data.text + "\""
    )
    canvas.line(
      from: Pixel(x: 0, y: head + 3), to: Pixel(x: width, y: head + 3),
      "stroke=\"currentColor\" stroke-opacity=\".6\"")
  }

  private func baseline(_ row: Int, _ top: Double) -> Double {
    top + (Double(row) + 0.5) * ChartTableDrawing.rowHeight + Canvas.textSize
      * TextMetrics.capHeight / 2
  }

  /// Draws a column; returns its width.
  private mutating func draw(_ column: ChartTable.Column, left: Double, top: Double) -> Double {
    let titleWidth = TextMetrics.width(column.title, size: Canvas.textSize, bold: true)
    switch column {
    case .text(let title, let cells):
      var widest = titleWidth
      for cell in cells { widest = max(widest, TextMetrics.width(cell, size: Canvas.textSize)) }
      canvas.text(title, x: left, baseline: 16, bold: true)
      for (row, cell) in cells.enumerated() {
        canvas.text(cell, x: left, baseline: baseline(row, top))
      }
      return widest
    case .number(let title, let cells):
      let texts = CellFormat.column(cells)
      var widest = titleWidth
      for text in texts { widest = max(widest, TextMetrics.width(text, size: Canvas.textSize)) }
      canvas.text(title, x: left + widest, baseline: 16, anchor: .end, bold: true)
      for (row, text) in texts.enumerated() {
        canvas.text(text, x: left + widest, baseline: baseline(row, top), anchor: .end)
      }
      return widest
    case .bar(let title, let cells):
      return drawBars(title, cells, left: left, top: top, least: titleWidth)
    case .sparkline(let title, let cells):
      let wide = max(titleWidth, 110)
      canvas.text(title, x: left, baseline: 16, bold: true)
      drawSparklines(cells, left: left, top: top, width: wide)
      return wide
    }
  }

  private mutating func drawBars(
    _ title: String, _ cells: [Double], left: Double, top: Double, least: Double
  ) -> Double {
    let texts = CellFormat.column(cells)
    var widest = 0.0
    for text in texts { widest = max(widest, TextMetrics.width(text, size: Canvas.textSize)) }
    var lowest = 0.0
    var highest = 0.0
    for cell in cells where cell.isFinite {
      lowest = min(lowest, cell)
      highest = max(highest, cell)
    }
    let room = 110.0
    let scale = highest > lowest ? room / (highest - lowest) : 0
    canvas.text(title, x: left, baseline: 16, bold: true)
    var data = PathData()
    for (row, cell) in cells.enumerated() {
      canvas.text(texts[row], x: left + widest, baseline: baseline(row, top), anchor: .end)
      guard cell.isFinite else { continue }
      let zero = left + widest + 8 - lowest * scale
      let middle = top + (Double(row) + 0.5) * ChartTableDrawing.rowHeight
      data.add(
        Box(
          left: min(zero, zero + cell * scale), top: middle - 6.5,
          right: max(zero, zero + cell * scale), bottom: middle + 6.5))
    }
    canvas.element("path", "fill=\"" + Palette.series(0) + "\" d=\"" + data.text + "\"")
    return max(least, widest + 8 + room)
  }

  private mutating func drawSparklines(
    _ cells: [[Double]], left: Double, top: Double, width: Double
  ) {
    var lowest = Double.infinity
    var highest = -Double.infinity
    var longest = 2
    for cell in cells {
      longest = max(longest, cell.count)
      for value in cell where value.hasPlace {
        lowest = min(lowest, value)
        highest = max(highest, value)
      }
    }
    guard lowest <= highest else { return }
    let high = ChartTableDrawing.rowHeight - 8
    var data = PathData()
    var ends: [Pixel] = []
    for (row, cell) in cells.enumerated() {
      let bottom = top + Double(row + 1) * ChartTableDrawing.rowHeight - 4
      func place(_ index: Int, _ value: Double) -> Pixel {
        guard value.hasPlace else { return Pixel(x: .nan, y: .nan) }
        let share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5
        return Pixel(
          x: left + 2 + (width - 6) * Double(index) / Double(longest - 1), y: bottom - share * high)
      }
      let points = cell.enumerated().map { place($0.offset, $0.element) }
      let box = Box(left: left, top: bottom - high - 1, right: left + width, bottom: bottom + 1)
      let most = max(12, min(160, 2400 / cells.count))
      for piece in PolylineClipping.pieces(of: points, in: box) {
        data.polyline(PathSimplification.simplifiedLine(piece, limit: most))
      }
      if let last = points.last, last.x == last.x { ends.append(last) }
    }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + Palette.series(0) + "\" stroke-width=\"1.4\""
        + " stroke-linejoin=\"round\" d=\"" + data.text + "\"")
    if !ends.isEmpty {
      canvas.add(
        SymbolDrawing.path(.circle, at: ends, radius: 2.2, paint: Palette.series(0)))
    }
  }
}
