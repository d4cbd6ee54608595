extension PlotDrawing {
  mutating func drawInset(
    x: ClosedRange<Double>, y: ClosedRange<Double>, corner: Inset.Corner
  ) {
    // What is enlarged.
    let source = Box(
      left: xScale.position(x.lowerBound), top: yScale.position(y.upperBound),
      right: xScale.position(x.upperBound), bottom: yScale.position(y.lowerBound))
    var inner = xAxis
    inner.range = x
    inner.title = ""
    inner.ticks = nil
    var other = yAxis
    other.range = y
    other.title = ""
    other.ticks = nil
    var kept: [StyledLayer] = []
    for styled in layers {
      switch styled.behavior.traits.inInset {
      case .everything: kept.append(styled)
      case .shape:
        var silent = styled
        silent.layer.label = nil
        kept.append(silent)
      case .nothing: continue
      }
    }
    let xDomain = (lower: x.lowerBound, upper: x.upperBound)
    let yDomain = (lower: y.lowerBound, upper: y.upperBound)
    var drawing = PlotDrawing(
      styled: kept, x: inner, y: other, width: width, height: height, frame: frame,
      panel: PanelLook())
    drawing.hasBarTexts = hasBarTexts
    var best: (place: Box, cost: Double)?
    var room = Box(left: 0, top: 0, right: 0, bottom: 0)
    // A smaller one may cover less.
    for (number, share) in [0.4, 0.35, 0.3].enumerated() {
      let size = Pixel(
        x: (frame.width * share).roundedDown, y: (frame.height * share * 1.05).roundedDown)
      drawing.frame = Box(left: 0, top: 0, right: size.x, bottom: size.y)
      let labels = drawing.setScales(x: xDomain, y: yDomain)
      let beyond = drawing.labelsBeyond(isRight: true)
      let around = Box(
        left: max(labels, drawing.labelsBeyond(isRight: false)) + 4, top: 8,
        right: max(16, (beyond + 2).roundedUp), bottom: 24)
      guard let found = insetPlace(corner, size: size, room: around, away: source) else { continue }
      let cost = found.cost + Double(number) * 6
      if let best, best.cost <= cost { continue }
      best = (found.place, cost)
      room = around
    }
    guard let place = best?.place else { return }
    drawing.frame = Box(
      left: place.left + room.left, top: place.top + room.top, right: place.right - room.right,
      bottom: place.bottom - room.bottom)
    _ = drawing.setScales(x: xDomain, y: yDomain)
    connect(source, with: place)
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\" d=\""
        + source.path + "\"")
    canvas.element(
      "path",
      "fill=\"" + Palette.background + "\" stroke=\"currentColor\" stroke-opacity=\".25\" d=\""
        + place.path + "\"")
    drawing.canvas = canvas
    drawing.drawMarks()
    canvas = drawing.canvas
  }

  /// Hairlines from the corners of what is enlarged to those of the inset, where they cross neither.
  private mutating func connect(_ source: Box, with place: Box) {
    func corners(_ box: Box) -> [Pixel] {
      [
        Pixel(x: box.left, y: box.top), Pixel(x: box.right, y: box.top),
        Pixel(x: box.right, y: box.bottom), Pixel(x: box.left, y: box.bottom),
      ]
    }
    var data = PathData()
    for (start, end) in zip(corners(source), corners(place)) {
      var isFree = true
      for step in 1..<40 {
        let share = Double(step) / 40
        let x = start.x + (end.x - start.x) * share
        let y = start.y + (end.y - start.y) * share
        if source.expanded(by: -0.5).contains(x: x, y: y) { isFree = false }
        if place.expanded(by: -0.5).contains(x: x, y: y) { isFree = false }
      }
      if isFree { data.segment(start, end) }
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".3\" d=\"" + data.text + "\"")
  }

  /// The corner that is asked for, or the one that covers least, and how much it covers.
  private func insetPlace(
    _ corner: Inset.Corner, size: Pixel, room: Box, away source: Box
  ) -> (place: Box, cost: Double)? {
    let width = size.x + room.left + room.right
    let height = size.y + room.top + room.bottom
    let left = frame.left + 6
    let right = frame.right - 6
    let top = frame.top + 6
    let bottom = frame.bottom - 6
    let places: [(Inset.Corner, Box)] = [
      (.topRight, Box(left: right - width, top: top, right: right, bottom: top + height)),
      (.bottomRight, Box(left: right - width, top: bottom - height, right: right, bottom: bottom)),
      (.topLeft, Box(left: left, top: top, right: left + width, bottom: top + height)),
      (.bottomLeft, Box(left: left, top: bottom - height, right: left + width, bottom: bottom)),
    ]
    var best: (place: Box, cost: Double)?
    for (name, box) in places {
      if corner == name { return (box, 0) }
      guard corner == .automatic else { continue }
      var cost = 0.0
      for point in ink where box.contains(x: point.x, y: point.y) { cost += 1 }
      for label in canvas.labels { cost += label.box.overlap(box) }
      if box.overlap(source) > 0 { cost += 1000 }
      if let best, best.cost <= cost { continue }
      best = (box, cost)
    }
    return best
  }
}
