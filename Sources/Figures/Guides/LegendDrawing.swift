extension PlotDrawing {
  /// The series that have names, each once, in the order in which they come.
  var namedSeries: [(label: String, layers: [StyledLayer])] {
    var result: [(label: String, layers: [StyledLayer])] = []
    for styled in layers {
      guard styled.layer.geometry.isSeries, let label = styled.layer.label, !label.isEmpty else {
        continue
      }
      if let index = result.firstIndex(where: { $0.label == label }) {
        // One sample of a kind says it, however many layers have the name.
        let kind = styled.layer.geometry.kind
        if !result[index].layers.contains(where: { $0.layer.geometry.kind == kind }) {
          result[index].layers.append(styled)
        }
      } else {
        result.append((label, [styled]))
      }
    }
    return result
  }

  private static let keyWidth = 24.0
  private static let keyGap = 7.0
  private static let entryGap = 22.0

  /// The room that the legend takes above the plot.
  func legendHeight() -> Double {
    if legend == .hidden { return 0 }
    let rows = legendRows()
    return rows.isEmpty ? 0 : Double(rows.count) * PlotDrawing.rowHeight + 4
  }

  /// Entries in rows, as many in each as fit.
  private func legendRows() -> [[(label: String, layers: [StyledLayer])]] {
    var rows: [[(label: String, layers: [StyledLayer])]] = []
    var room = 0.0
    for entry in namedSeries {
      let needed = PlotDrawing.entryWidth(entry.label)
      if rows.isEmpty || needed > room {
        rows.append([entry])
        room = width - 20 - needed
      } else {
        rows[rows.count - 1].append(entry)
        room -= needed
      }
      room -= PlotDrawing.entryGap
    }
    return rows
  }

  private static func entryWidth(_ label: String) -> Double {
    keyWidth + keyGap + TextMetrics.width(label, size: Canvas.textSize)
  }

  /// The legend above the plot, or the names beside the ends of lines.
  mutating func drawLegend() {
    if legend == .hidden { return }
    if !directLabels.isEmpty {
      drawDirectLabels()
      return
    }
    var baseline = 16.0
    for row in legendRows() {
      var x = max(2, min(frame.left, width - 20))
      var needed = -PlotDrawing.entryGap
      for entry in row { needed += PlotDrawing.entryWidth(entry.label) + PlotDrawing.entryGap }
      if x + needed > width - 4 { x = max(2, width - 4 - needed) }
      for entry in row {
        for styled in entry.layers { drawKey(styled, x: x, y: baseline - 4.5) }
        canvas.text(
          entry.label, x: x + PlotDrawing.keyWidth + PlotDrawing.keyGap, baseline: baseline)
        x += PlotDrawing.entryWidth(entry.label) + PlotDrawing.entryGap
      }
      baseline += PlotDrawing.rowHeight
    }
  }

  /// A sample of the series, as it is drawn in the plot.
  private mutating func drawKey(_ styled: StyledLayer, x: Double, y: Double) {
    let start = Pixel(x: x, y: y)
    let end = Pixel(x: x + PlotDrawing.keyWidth, y: y)
    let middle = Pixel(x: x + PlotDrawing.keyWidth / 2, y: y)
    switch styled.layer.geometry {
    case .polyline:
      canvas.line(
        from: start, to: end,
        "stroke=\"" + styled.paint + "\" stroke-width=\"1.75\"" + styled.dash.attribute)
    case .ribbon:
      let box = Box(left: x, top: y - 5, right: end.x, bottom: y + 5)
      canvas.element(
        "path", "fill=\"" + styled.paint + "\" fill-opacity=\".22\" d=\"" + box.path + "\"")
    case .bars:
      let box = Box(left: x + 5, top: y - 5.5, right: end.x - 5, bottom: y + 5.5)
      canvas.element("path", styled.areaAttributes + " d=\"" + box.path + "\"")
      if !styled.layer.isTinted, hasManyBars {
        let hatch = Hatching(series: styled.series ?? 0).lines(in: [box], spacing: 5)
        drawHatch(hatch)
      }
    case .segments(_, let ends):
      guard case .caps(_, let isHorizontal) = ends else {
        canvas.line(from: start, to: end, "stroke=\"" + styled.paint + "\" stroke-width=\"1.3\"")
        break
      }
      let path =
        isHorizontal
        ? FixedPoint.text(middle.x - 9) + " " + FixedPoint.text(y - 3.5) + "v7m0-3.5h18m0-3.5v7"
        : FixedPoint.text(middle.x - 3.5) + " " + FixedPoint.text(y - 7) + "h7m-3.5 0v14m-3.5 0h7"
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"1.3\" d=\"M" + path + "\"")
    case .symbols:
      canvas.add(SymbolDrawing.path(styled.symbol, at: [middle], radius: 3.2, paint: styled.paint))
    case .territory:
      let box = Box(left: x, top: y - 6.5, right: end.x, bottom: y + 6.5)
      canvas.element(
        "path",
        "fill=\"" + styled.paint + "\" fill-opacity=\".22\" stroke=\"" + styled.paint
          + "\" stroke-width=\"1\" d=\"" + box.path + "\"")
    case .field, .streams:
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"1.2\" d=\"M"
          + FixedPoint.text(x) + " " + FixedPoint.text(y) + "h"
          + FixedPoint.text(PlotDrawing.keyWidth)
          + "m-5-3.5l5 3.5-5 3.5\"")
    case .iterates:
      let tip = Pixel(x: end.x - 4, y: y)
      canvas.line(from: start, to: tip, "stroke=\"" + styled.paint + "\" stroke-width=\"1.6\"")
      canvas.add(SymbolDrawing.path(styled.symbol, at: [tip], radius: 3.8, paint: styled.paint))
    default: break
    }
  }
}
