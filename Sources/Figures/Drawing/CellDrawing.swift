/// Cells of one colour as one path: a stroke along each run of them, in a nested element whose unit
/// is a cell.
struct CellDrawing {
  let columns: Int
  let rows: Int
  /// The level of each cell, row by row, or nil for one that stays empty.
  let levels: [Int?]

  /// The paths, with the attributes that a level has.
  func paths(_ attributes: (Int) -> String) -> String {
    var used: [Int] = []
    for level in levels {
      if let level, !used.contains(level) { used.append(level) }
    }
    used.sort()
    var result = ""
    for level in used { result += "<path " + attributes(level) + " d=\"" + path(level) + "\"/>" }
    return result
  }

  /// Where the runs of a level are.
  private func path(_ level: Int) -> String {
    var text = ""
    // Where the pen is, in cells.
    var x = 0
    var y = 0
    for row in 0..<rows {
      var column = 0
      while column < columns {
        if levels[row * columns + column] != level {
          column += 1
          continue
        }
        var end = column + 1
        while end < columns, levels[row * columns + end] == level { end += 1 }
        if text.isEmpty {
          text = "M" + String(column) + " " + String(row) + ".5"
        } else {
          text += "m" + String(column - x)
          text += row - y < 0 ? String(row - y) : " " + String(row - y)
        }
        text += "h" + String(end - column)
        x = end
        y = row
        column = end
      }
    }
    return text
  }

  /// A nested element over a box in pixels, with what is drawn in cells.
  static func frame(_ box: Box, columns: Int, rows: Int, content: String) -> String {
    "<svg x=\"" + FixedPoint.text(box.left) + "\" y=\"" + FixedPoint.text(box.top) + "\" width=\""
      + FixedPoint.text(box.width) + "\" height=\"" + FixedPoint.text(box.height)
      + "\" viewBox=\"0 0 " + String(columns) + " " + String(rows)
      + "\" preserveAspectRatio=\"none\" fill=\"none\" stroke-width=\"1\""
      + " shape-rendering=\"crispEdges\">" + content + "</svg>"
  }
}

extension ColorScale {
  /// The number of steps in which colours are drawn, from the ground to the far end.
  static let steps = 24

  /// The step of a share, and the share in its middle.
  static func step(of share: Double) -> Int { Int((share * Double(steps)).roundedToNearest) }
  static func share(ofStep step: Int) -> Double { Double(step) / Double(steps) }

  /// The stroke of a step: a plain colour, and the mixture where that is understood.
  func stroke(step: Int) -> String {
    let share = ColorScale.share(ofStep: step)
    return "stroke=\"" + fallback(share) + "\" style=\"stroke:" + paint(share) + "\""
  }

  /// The fill of a step.
  func fill(step: Int) -> String {
    let share = ColorScale.share(ofStep: step)
    return "fill=\"" + fallback(share) + "\" style=\"fill:" + paint(share) + "\""
  }
}
