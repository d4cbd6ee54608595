extension PlotDrawing {
  /// The share of the contour colour, in percent, on the lowest ground.
  static let deepestTint = 34.0

  /// What fills the frame: contours, cells, regions of classes.
  mutating func drawGrounds() {
    for styled in layers {
      switch styled.layer.geometry {
      case .regions(let map): draw(map)
      case .cells(let cells): draw(cells)
      case .territory(let loops, _, _): draw(territory: loops, styled)
      default: continue
      }
    }
  }

  // MARK: Contours

  /// Nested tints, deepest on the lowest ground, or the colours of a scale. A viewer that cannot mix
  /// colours draws the level curves alone, or plain colours.
  private mutating func draw(_ map: ContourMap) {
    clipped { drawing in
      if let colors = map.colors {
        drawing.canvas.openGroup(
          "style=\"" + colors.variables + "\" stroke=\"currentColor\" stroke-opacity=\".35\""
            + " stroke-width=\".6\"")
        drawing.canvas.element(
          "path",
          "stroke=\"none\" " + colors.fill(step: ColorScale.step(of: map.share(-1))) + " d=\""
            + drawing.frame.path + "\"")
      } else {
        drawing.canvas.openGroup(
          "style=\"--tint:\(Palette.contour);--ground:\(Palette.background)\" fill=\"none\""
            + " stroke=\"\(Palette.contour)\" stroke-opacity=\".5\" stroke-width=\".8\"")
      }
      if drawing.levelStride > 1 {
        drawing.notes.append(
          "Of " + String(map.regions.count) + " levels one in " + String(drawing.levelStride)
            + " is drawn.")
      }
      for (index, region) in map.regions.enumerated() where index % drawing.levelStride == 0 {
        var data = PathData()
        for loop in region.loops {
          let simple = PathSimplification.simplifiedLoop(
            loop.map { drawing.pixel($0) }, tolerance: drawing.tolerance)
          if simple.count >= 3 { data.polyline(simple, closed: true) }
        }
        let fill: String
        if let colors = map.colors {
          fill =
            colors.fill(step: ColorScale.step(of: map.share(index)))
            + map.dash(below: region.level)
        } else {
          let share = PlotDrawing.deepestTint * Double(index + 1) / Double(map.regions.count)
          fill =
            "fill=\"color-mix(in srgb,var(--tint) " + FixedPoint.text(share, decimals: 1)
            + "%,var(--ground))\""
        }
        drawing.canvas.element("path", fill + " fill-rule=\"evenodd\" d=\"" + data.text + "\"")
      }
      drawing.blank(map.holes)
      drawing.canvas.closeGroup()
    }
  }

  /// Leaves the places without values as the page is.
  private mutating func blank(_ holes: [[DataPoint]]) {
    var data = PathData()
    for loop in holes {
      let simple = PathSimplification.simplifiedLoop(loop.map { pixel($0) }, tolerance: tolerance)
      if simple.count >= 3 { data.polyline(simple, closed: true) }
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"" + Palette.background + "\" fill-rule=\"evenodd\" d=\"" + data.text + "\"")
  }

  // MARK: Cells

  private mutating func draw(_ all: Cells) {
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
    guard let size = ColorBar.textSize(in: cells, width: box.width, height: box.height) else {
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

  // MARK: Classes

  private mutating func draw(territory loops: [[DataPoint]], _ styled: StyledLayer) {
    var data = PathData()
    for loop in loops {
      let simple = PathSimplification.simplifiedLoop(loop.map { pixel($0) }, tolerance: tolerance)
      if simple.count >= 3 { data.polyline(simple, closed: true) }
    }
    if data.text.isEmpty { return }
    clipped { drawing in
      drawing.canvas.element(
        "path",
        "fill=\"" + styled.paint + "\" fill-opacity=\".2\" stroke=\"currentColor\""
          + " stroke-opacity=\".5\" stroke-width=\".9\" fill-rule=\"evenodd\" d=\"" + data.text
          + "\"")
    }
  }
}
