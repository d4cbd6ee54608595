extension SurfaceDrawing {
  /// A text at an axis.
  struct AxisLabel {
    var text: String
    var place: Pixel
    var anchor: Canvas.Anchor

    var box: Box { Canvas.box(text, x: place.x, baseline: place.y, anchor: anchor) }
  }

  /// Ticks along the two front edges of the floor and the left upright edge.
  mutating func drawAxes() {
    let (ticks, labels) = axisLabels()
    canvas.element(
      "path", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\" d=\"" + ticks + "\"")
    for label in labels {
      canvas.text(label.text, x: label.place.x, baseline: label.place.y, anchor: label.anchor)
    }
  }

  /// The edges with their ticks as the data of a path, and what stands beside them.
  func axisLabels() -> (ticks: String, labels: [AxisLabel]) {
    // The corner nearest to the eye: x and y that are least far away.
    let nearX = view.xGrowsAway ? -1.0 : 1
    let nearY = view.yGrowsAway ? -1.0 : 1
    var data = PathData()
    var labels: [AxisLabel] = []
    addEdge(
      &data, &labels, range: mesh.x, title: titles.x, outwards: (0, nearY)
    ) { (mesh.placeX($0), nearY) }
    addEdge(
      &data, &labels, range: mesh.y, title: titles.y, outwards: (nearX, 0)
    ) { (nearX, mesh.placeY($0)) }
    addUpright(&data, &labels)
    return (data.text, labels)
  }

  /// A label that would lie on another is left out; its tick stays.
  private func add(_ label: AxisLabel, to labels: inout [AxisLabel]) {
    let box = label.box.expanded(by: 1)
    for other in labels where other.box.overlap(box) > 0 { return }
    labels.append(label)
  }

  private func addEdge(
    _ data: inout PathData, _ labels: inout [AxisLabel], range: ClosedRange<Double>,
    title: String, outwards: (Double, Double), at point: (Double) -> (Double, Double)
  ) {
    let (startX, startY) = point(range.lowerBound)
    let (endX, endY) = point(range.upperBound)
    data.segment(pixel(startX, startY, ground), pixel(endX, endY, ground))
    let ticks = LinearTicks.ticks(lower: range.lowerBound, upper: range.upperBound, count: 4)
    let format = TickFormat(values: ticks)
    // An edge that runs mostly across has its numbers below, a steep one beside it.
    let goesRight = view.across(outwards.0, outwards.1)
    let cap = Canvas.textSize * TextMetrics.capHeight
    let anchor: Canvas.Anchor = goesRight > 0.3 ? .start : goesRight < -0.3 ? .end : .middle
    let side = anchor == .start ? 1.0 : anchor == .end ? -1 : 0
    // Beside a steep edge the numbers stand at the height of their ticks, otherwise under them.
    let drop = cap + 3 - goesRight.magnitude * (cap / 2 + 1)
    var widest = 0.0
    for tick in ticks {
      widest = max(widest, TextMetrics.width(format.text(tick), size: Canvas.textSize))
    }
    if !title.isEmpty {
      let (x, y) = point((range.lowerBound + range.upperBound) / 2)
      let out = pixel(x + outwards.0 * 0.05, y + outwards.1 * 0.05, ground)
      labels.append(
        AxisLabel(
          text: title,
          place: Pixel(
            x: out.x + side * (widest + 14), y: out.y + drop + (side == 0 ? 18 : 10)),
          anchor: anchor))
    }
    for tick in ticks {
      let (x, y) = point(tick)
      let place = pixel(x, y, ground)
      let out = pixel(x + outwards.0 * 0.05, y + outwards.1 * 0.05, ground)
      data.segment(place, out)
      add(
        AxisLabel(
          text: format.text(tick), place: Pixel(x: out.x + side * 3, y: out.y + drop),
          anchor: anchor), to: &labels)
    }
  }

  /// The upright axis stands at the corner farthest to the left.
  private func addUpright(_ data: inout PathData, _ labels: inout [AxisLabel]) {
    var corner = (-1.0, -1.0)
    for candidate in [(-1.0, 1.0), (1, -1), (1, 1)]
    where view.across(candidate.0, candidate.1) < view.across(corner.0, corner.1) - 1e-9 {
      corner = candidate
    }
    data.segment(
      pixel(corner.0, corner.1, 0), pixel(corner.0, corner.1, SurfaceMesh.top))
    let ticks = LinearTicks.ticks(
      lower: mesh.z.lowerBound, upper: mesh.z.upperBound, count: 4)
    let format = TickFormat(values: ticks)
    let cap = Canvas.textSize * TextMetrics.capHeight
    for tick in ticks {
      let place = pixel(corner.0, corner.1, mesh.scaled(tick))
      data.segment(place, Pixel(x: place.x - 4, y: place.y))
      add(
        AxisLabel(
          text: format.text(tick), place: Pixel(x: place.x - 7, y: place.y + cap / 2),
          anchor: .end), to: &labels)
    }
    if !titles.z.isEmpty {
      let top = pixel(corner.0, corner.1, SurfaceMesh.top)
      labels.append(
        AxisLabel(
          text: titles.z, place: Pixel(x: top.x - 30, y: top.y - 12), anchor: .start))
    }
  }
}
