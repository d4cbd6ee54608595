/// Draws layers as columns of circles.
struct NetworkDrawing {
  let layers: [NetworkDiagram.Layer]
  let weights: [[[Double]]]

  var canvas = Canvas()
  var notes: [String] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// The units of each layer that are drawn, and their places; nil is where others are left out.
  private var places: [[(unit: Int?, place: Pixel)]] = []
  private var largest = 0.0

  private static let radius = 17.0
  private static let pitch = 46.0
  private static let most = 8

  init(layers: [NetworkDiagram.Layer], weights: [[[Double]]]) {
    self.layers = layers
    self.weights = weights
  }

  mutating func draw() {
    layOut()
    var missing = 0
    for matrix in weights {
      for row in matrix {
        for weight in row {
          if weight.isFinite { largest = max(largest, weight.magnitude) } else { missing += 1 }
        }
      }
    }
    if missing > 0 {
      notes.append(
        missing == 1
          ? "One weight is not finite and is left out."
          : String(missing) + " weights are not finite and are left out.")
    }
    drawWeights()
    drawUnits()
    drawKey()
  }

  private mutating func layOut() {
    var columns: [[Int?]] = []
    var rows = 1
    for layer in layers {
      let count = layer.units.count
      var column: [Int?] = []
      if count <= NetworkDrawing.most {
        for unit in 0..<count { column.append(unit) }
      } else {
        column = [0, 1, 2, 3, nil, count - 2, count - 1]
      }
      rows = max(rows, column.count)
      columns.append(column)
    }
    let apart = max(120, min(190, 460 / Double(layers.count - 1)))
    let top = 8.0
    var widest = 0.0
    for layer in layers {
      widest = max(widest, TextMetrics.width(caption(of: layer), size: Canvas.textSize))
    }
    let left = max(NetworkDrawing.radius + 4, widest / 2 + 4)
    let middle = top + Double(rows) * NetworkDrawing.pitch / 2
    for (index, column) in columns.enumerated() {
      let first = middle - Double(column.count) * NetworkDrawing.pitch / 2
      places.append(
        column.enumerated().map { row, unit in
          (
            unit,
            Pixel(
              x: left + Double(index) * apart,
              y: first + (Double(row) + 0.5) * NetworkDrawing.pitch)
          )
        })
    }
    width = (left * 2 + apart * Double(layers.count - 1)).roundedUp
    height = (top + Double(rows) * NetworkDrawing.pitch + 26).roundedUp
  }

  /// What stands under a layer: its title, and how many units there are when not all are drawn.
  private func caption(of layer: NetworkDiagram.Layer) -> String {
    if layer.units.count <= NetworkDrawing.most { return layer.title }
    return layer.title + (layer.title.isEmpty ? "" : ", ") + String(layer.units.count)
  }

  // MARK: Weights

  /// Lines from the weakest to the strongest, so that strong ones lie on top; those of one width are
  /// one path.
  private mutating func drawWeights() {
    let steps = 8
    for step in 0...steps {
      for isNegative in [false, true] {
        var data = PathData()
        for layer in 1..<layers.count {
          for target in places[layer] {
            for source in places[layer - 1] {
              guard let to = target.unit, let from = source.unit else { continue }
              var size = 0
              var negative = false
              if !weights.isEmpty {
                let weight = weights[layer - 1][to][from]
                guard weight.isFinite else { continue }
                negative = weight < 0
                if largest > 0 {
                  size = Int((weight.magnitude / largest * Double(steps)).roundedToNearest)
                }
              } else {
                size = 1
              }
              if size != step || negative != isNegative { continue }
              let (start, end) = shortened(source.place, target.place)
              data.segment(start, end)
            }
          }
        }
        if data.text.isEmpty { continue }
        let wide = weights.isEmpty ? 1 : 0.5 + 4.5 * Double(step) / Double(steps)
        var attributes = "fill=\"none\" stroke=\"" + paint(isNegative) + "\" stroke-width=\""
        attributes += FixedPoint.text(wide) + "\""
        if isNegative { attributes += " stroke-dasharray=\"7 4\"" }
        if step == 0 { attributes += " stroke-opacity=\".5\"" }
        canvas.element("path", attributes + " d=\"" + data.text + "\"")
      }
    }
  }

  private func paint(_ isNegative: Bool) -> String {
    weights.isEmpty ? Palette.muted : Palette.series(isNegative ? 1 : 0)
  }

  /// A line from the rim of one circle to that of another.
  private func shortened(_ start: Pixel, _ end: Pixel) -> (Pixel, Pixel) {
    let length = PathArrows.distance(start, end)
    let dx = (end.x - start.x) / length * NetworkDrawing.radius
    let dy = (end.y - start.y) / length * NetworkDrawing.radius
    return (Pixel(x: start.x + dx, y: start.y + dy), Pixel(x: end.x - dx, y: end.y - dy))
  }

  // MARK: Units

  private mutating func drawUnits() {
    canvas.openGroup(
      "fill=\"" + Palette.background + "\" stroke=\"currentColor\" stroke-width=\"1.2\"")
    for column in places {
      for entry in column where entry.unit != nil {
        canvas.element(
          "circle",
          "cx=\"" + FixedPoint.text(entry.place.x) + "\" cy=\"" + FixedPoint.text(entry.place.y)
            + "\" r=\"" + FixedPoint.text(NetworkDrawing.radius) + "\"")
      }
    }
    canvas.closeGroup()
    let cap = Canvas.textSize * TextMetrics.capHeight
    for (layer, column) in places.enumerated() {
      for entry in column {
        let text = entry.unit.map { layers[layer].units[$0] } ?? "…"
        canvas.text(text, x: entry.place.x, baseline: entry.place.y + cap / 2, anchor: .middle)
      }
      canvas.text(
        caption(of: layers[layer]), x: column[0].place.x, baseline: height - 9, anchor: .middle)
    }
  }

  /// What widths and dashes mean.
  private mutating func drawKey() {
    guard !weights.isEmpty, largest > 0 else { return }
    let y = height + 8
    var x = 6.0
    for (isNegative, name) in [(false, "positive"), (true, "negative")] {
      canvas.line(
        from: Pixel(x: x, y: y), to: Pixel(x: x + 26, y: y),
        "stroke=\"" + paint(isNegative) + "\" stroke-width=\"3\""
          + (isNegative ? " stroke-dasharray=\"7 4\"" : ""))
      canvas.text(name, x: x + 32, baseline: y + 4.5)
      x += 32 + TextMetrics.width(name, size: Canvas.textSize) + 18
    }
    let text = "widest: |w| = " + numeral(largest, digits: 3)
    let end = x + TextMetrics.width(text, size: Canvas.textSize)
    if end + 6 > width, width < 420 {
      canvas.text(text, x: 6, baseline: y + 4.5 + PlotDrawing.rowHeight)
      height += PlotDrawing.rowHeight
      width = max(width, x)
    } else {
      canvas.text(text, x: x, baseline: y + 4.5)
      width = max(width, (end + 6).roundedUp)
    }
    height += 22
  }
}
