extension PlotDrawing {
  mutating func drawCells(_ all: Cells) {
    if all.values.isEmpty { return }
    let cells = all.aggregated(limit: max(4, Int(64 * detail.squareRoot())))
    if cells.columns < all.columns || cells.rows < all.rows {
      let step = (all.columns + cells.columns - 1) / cells.columns
      notes.append(
        "Each cell is the mean of a block of " + String(step) + " by " + String(step) + " values.")
    }
    var levels: [Int?] = []
    for row in 0..<cells.rows {
      // Rows are drawn from the top.
      let source = cells.rowsRunDown ? row : cells.rows - 1 - row
      for column in 0..<cells.columns {
        levels.append(
          cells.share(source * cells.columns + column).map { ColorScale.step(of: $0) })
      }
    }
    let grid = CellDrawing(columns: cells.columns, rows: cells.rows, levels: levels)
    let box = self.box(of: cells)
    let paths = grid.paths { cells.colors.stroke(step: $0) }
    clipped { drawing in
      drawing.canvas.add(
        "<g style=\"" + cells.colors.variables + "\">"
          + CellDrawing.frame(box, columns: cells.columns, rows: cells.rows, content: paths)
          + "</g>")
      drawing.drawCrosses(grid, box)
    }
    if all.columns == cells.columns, all.rows == cells.rows { drawValues(cells, box) }
  }

  /// The pixels that cells cover.
  private func box(of cells: Cells) -> Box {
    let x1 = xScale.position(cells.x.lowerBound)
    let x2 = xScale.position(cells.x.upperBound)
    let y1 = yScale.position(cells.y.lowerBound)
    let y2 = yScale.position(cells.y.upperBound)
    return Box(left: min(x1, x2), top: min(y1, y2), right: max(x1, x2), bottom: max(y1, y2))
  }

  /// A cross in every cell that has no value.
  private mutating func drawCrosses(_ grid: CellDrawing, _ box: Box) {
    let width = box.width / Double(grid.columns)
    let height = box.height / Double(grid.rows)
    guard width >= 4, height >= 4 else { return }
    var data = PathData()
    var count = 0
    for index in grid.levels.indices where grid.levels[index] == nil && count < 400 {
      let x = box.left + (Double(index % grid.columns) + 0.5) * width
      let y = box.top + (Double(index / grid.columns) + 0.5) * height
      let half = min(width, height, 20) * 0.25
      data.segment(Pixel(x: x - half, y: y - half), Pixel(x: x + half, y: y + half))
      data.segment(Pixel(x: x - half, y: y + half), Pixel(x: x + half, y: y - half))
      count += 1
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path", "fill=\"none\" stroke=\"" + Palette.muted + "\" d=\"" + data.text + "\"")
  }

  private mutating func drawValues(_ cells: Cells, _ box: Box) {
    guard let size = cells.textSize(width: box.width, height: box.height) else {
      if cells.showsValues == true { notes.append("The values have no room in the cells.") }
      return
    }
    let format = CellFormat(cells)
    let width = box.width / Double(cells.columns)
    let height = box.height / Double(cells.rows)
    for paint in [Palette.onNear, Palette.onFar] {
      var opened = false
      for index in cells.values.indices {
        guard let share = cells.share(index) else { continue }
        // The step is what is drawn.
        let drawn = ColorScale.share(ofStep: ColorScale.step(of: share))
        guard cells.colors.text(on: drawn) == paint else { continue }
        if !opened {
          canvas.openGroup(
            "text-anchor=\"middle\" font-size=\"" + FixedPoint.text(size) + "\" fill=\"" + paint
              + "\"")
          opened = true
        }
        let row = index / cells.columns
        let down = cells.rowsRunDown ? row : cells.rows - 1 - row
        canvas.text(
          format.text(cells.values[index], cell: index),
          x: box.left + (Double(index % cells.columns) + 0.5) * width,
          baseline: box.top + (Double(down) + 0.5) * height + size * TextMetrics.capHeight / 2,
          anchor: .middle, size: size, inGroup: true)
      }
      if opened { canvas.closeGroup() }
    }
  }
}
