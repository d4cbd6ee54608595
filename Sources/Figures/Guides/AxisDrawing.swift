extension PlotDrawing {
  /// Axes, ticks, grid lines and titles.
  mutating func drawAxes() {
    drawGrid()
    drawTicks()
    drawTickLabels()
    let lift = panel?.titleLift ?? neededTitleLift
    if !yAxis.title.isEmpty, panel?.showsYTitle != false {
      canvas.text(yAxis.title, x: titleLeft, baseline: frame.top - 9 - lift)
    }
    if let panel, !panel.title.isEmpty {
      let above = !yAxis.title.isEmpty && panel.showsYTitle
      canvas.text(
        panel.title, x: frame.left,
        baseline: frame.top - 9 - (above ? PlotDrawing.rowHeight + lift : 0), bold: true)
    }
    if !xAxis.title.isEmpty, panel?.showsXTitle != false {
      canvas.text(
        xAxis.title, x: (frame.left + frame.right) / 2,
        baseline: frame.bottom + PlotDrawing.tickGap
          + labelHeight + PlotDrawing.rowHeight - 7,
        anchor: .middle)
    }
  }

  /// How much higher the title of the vertical axis stands than usual, where the highest label would
  /// touch it otherwise. The layout has this room.
  var neededTitleLift: Double {
    if yAxis.title.isEmpty || panel?.showsYTitle == false || panel?.showsYLabels == false {
      return 0
    }
    let title = Canvas.box(yAxis.title, x: titleLeft, baseline: frame.top - 9, anchor: .start)
    for (value, label) in zip(yTicks.major, yTicks.labels) {
      let box = tickLabelBox(label, at: value)
      if box.top - title.bottom < 2, box.left < title.right { return 4 }
    }
    return 0
  }

  private func tickLabelBox(_ label: String, at value: Double) -> Box {
    Canvas.box(
      label, x: frame.left - PlotDrawing.tickGap, baseline: tickLabelBaseline(value), anchor: .end)
  }

  /// The base line of a label of the vertical axis.
  private func tickLabelBaseline(_ value: Double) -> Double {
    yScale.position(value) + Canvas.textSize * TextMetrics.capHeight / 2
  }

  /// Hairlines at the vertical ticks help to read values off; a contour plot has its own lines.
  private mutating func drawGrid() {
    if isFilled { return }
    var data = PathData()
    if yAxis.categories != nil {
      for value in xTicks.major where xAxis.categories == nil {
        let x = xScale.position(value)
        if (x - frame.left).magnitude < 1 { continue }
        data.segment(Pixel(x: x, y: frame.top), Pixel(x: x, y: frame.bottom))
      }
    }
    for value in yTicks.major where yAxis.categories == nil {
      let y = yScale.position(value)
      if (y - frame.bottom).magnitude < 1 { continue }
      data.move(to: Pixel(x: frame.left, y: y))
      data.line(to: Pixel(x: frame.right, y: y))
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path", "d=\"" + data.text + "\" stroke=\"currentColor\" stroke-opacity=\".11\" fill=\"none\""
    )
  }

  private mutating func drawTicks() {
    var axes = PathData()
    if isFilled {
      axes.polyline(
        [
          Pixel(x: frame.left, y: frame.top), Pixel(x: frame.right, y: frame.top),
          Pixel(x: frame.right, y: frame.bottom), Pixel(x: frame.left, y: frame.bottom),
        ], closed: true)
    } else {
      axes.polyline([
        Pixel(x: frame.left, y: frame.top), Pixel(x: frame.left, y: frame.bottom),
        Pixel(x: frame.right, y: frame.bottom),
      ])
    }
    addTicks(xTicks.major, yTicks.major, length: 4, to: &axes)
    addTicks(xTicks.minor, yTicks.minor, length: 2, to: &axes)
    canvas.element(
      "path", "d=\"" + axes.text + "\" stroke=\"currentColor\" stroke-opacity=\".55\" fill=\"none\""
    )
  }

  /// Names need no ticks.
  private func addTicks(
    _ xs: [Double], _ ys: [Double], length: Double, to data: inout PathData
  ) {
    for value in xs where xAxis.categories == nil {
      let x = xScale.position(value)
      data.move(to: Pixel(x: x, y: frame.bottom))
      data.line(to: Pixel(x: x, y: frame.bottom + length))
    }
    for value in ys where yAxis.categories == nil {
      let y = yScale.position(value)
      data.move(to: Pixel(x: frame.left, y: y))
      data.line(to: Pixel(x: frame.left - length, y: y))
    }
  }

  private mutating func drawTickLabels() {
    for (index, label) in xTicks.labels.enumerated() where panel?.showsXLabels != false {
      if uprightRoom != nil {
        canvas.uprightText(
          label,
          x: xScale.position(xTicks.major[index]) + Canvas.textSize * TextMetrics.capHeight / 2,
          top: frame.bottom + PlotDrawing.tickGap)
        continue
      }
      let row = Double(index % labelRows)
      canvas.text(
        label, x: xScale.position(xTicks.major[index]),
        baseline: frame.bottom + PlotDrawing.tickGap + Canvas.textSize * TextMetrics.ascent
          + row * PlotDrawing.rowHeight,
        anchor: .middle)
    }
    for (value, label) in zip(yTicks.major, yTicks.labels) where panel?.showsYLabels != false {
      canvas.text(
        label, x: frame.left - PlotDrawing.tickGap, baseline: tickLabelBaseline(value),
        anchor: .end)
    }
  }
}
