extension PlotDrawing {
  /// The series that have names, each once, in the order in which they come.
  var namedSeries: [(label: String, layers: [StyledLayer])] {
    var result: [(label: String, layers: [StyledLayer])] = []
    for styled in layers {
      let traits = styled.behavior.traits
      guard traits.series != nil, let label = styled.layer.label, !label.isEmpty else { continue }
      if let index = result.firstIndex(where: { $0.label == label }) {
        // One sample of a geometry says it, however many layers have the name.
        if !result[index].layers.contains(where: { $0.behavior.traits.name == traits.name }) {
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
        let key = LegendKey(
          start: Pixel(x: x, y: baseline - 4.5),
          end: Pixel(x: x + PlotDrawing.keyWidth, y: baseline - 4.5))
        for styled in entry.layers { styled.behavior.drawKey(styled, key, &self) }
        canvas.text(
          entry.label, x: x + PlotDrawing.keyWidth + PlotDrawing.keyGap, baseline: baseline)
        x += PlotDrawing.entryWidth(entry.label) + PlotDrawing.entryGap
      }
      baseline += PlotDrawing.rowHeight
    }
  }
}

/// Where the sample of a series stands in the legend: a level line.
struct LegendKey {
  let start: Pixel
  let end: Pixel
  var middle: Pixel { Pixel(x: start.x + (end.x - start.x) / 2, y: start.y) }
}
