extension PlotDrawing {
  /// How opaque cells are, from those with one point to those with most.
  private static let opacities = [".35", ".5", ".65", ".8", "1"]

  /// Points that are too many to be seen each: small cells, the more opaque the more points lie in
  /// them, by the logarithm of their number.
  mutating func drawDensity(of points: [DataPoint], count all: Int, _ styled: StyledLayer) {
    let side = 3 / detail.squareRoot()
    let columns = max(1, Int(frame.width / side))
    let rows = max(1, Int(frame.height / side))
    var counts = [Int](repeating: 0, count: columns * rows)
    for point in points {
      let place = pixel(point)
      guard lineBox.contains(x: place.x, y: place.y) else { continue }
      let column = Int((place.x - frame.left) / frame.width * Double(columns))
      let row = Int((place.y - frame.top) / frame.height * Double(rows))
      counts[max(0, min(rows - 1, row)) * columns + max(0, min(columns - 1, column))] += 1
    }
    var most = 1
    for count in counts { most = max(most, count) }
    let reach = max(Decimal.naturalLogarithm(Double(most)), 1e-9)
    let last = PlotDrawing.opacities.count - 1
    let levels: [Int?] = counts.map { count in
      if count == 0 { return nil }
      if most == 1 { return last - 1 }
      let share = Decimal.naturalLogarithm(Double(count)) / reach
      return min(last, Int((share * Double(last)).roundedToNearest))
    }
    let cells = CellDrawing(columns: columns, rows: rows, levels: levels)
    let paths = cells.paths {
      "stroke=\"" + styled.paint + "\" stroke-opacity=\"" + PlotDrawing.opacities[$0] + "\""
    }
    canvas.add(CellDrawing.frame(frame, columns: columns, rows: rows, content: paths))
    notes.append(
      numeral(Double(all), digits: 15) + " points" + (styled.layer.label.map { " of " + $0 } ?? "")
        + " are drawn as cells, the darker the more points lie in them.")
  }
}
