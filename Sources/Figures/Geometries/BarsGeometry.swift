/// A rectangle from a base line to a value, across some width.
struct Bar: Equatable, Sendable {
  /// The sides across: from left to right, or of a horizontal bar from top to bottom.
  var near: Double
  var far: Double
  /// Where it stands.
  var base: Double
  /// What it reaches to.
  var value: Double
  /// What is written at its end.
  var text = ""
}

/// Rectangles from a base line.
struct BarsGeometry: MarkGeometry {
  var bars: [Bar]
  /// Whether they lie.
  var isHorizontal: Bool

  init(_ bars: [Bar], isHorizontal: Bool) {
    self.bars = bars
    self.isHorizontal = isHorizontal
  }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "bars", plane: .bars, series: SeriesTraits(distinction: .symbol, naming: .legend),
      fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: isHorizontal, inInset: .everything)
  }

  var isEmpty: Bool { bars.isEmpty }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    let acrossAxis = isHorizontal ? extent.yAxis : extent.xAxis
    let alongAxis = isHorizontal ? extent.xAxis : extent.yAxis
    var across = isHorizontal ? extent.y : extent.x
    var along = isHorizontal ? extent.x : extent.y
    for bar in bars {
      if !bar.text.isEmpty { extent.hasBarTexts = true }
      guard acrossAxis.admits(bar.near), acrossAxis.admits(bar.far), alongAxis.admits(bar.value)
      else {
        extent.undrawn.count(bar.near + bar.far, bar.value, marksInfinity: true)
        continue
      }
      across.include(bar.near)
      across.include(bar.far)
      along.include(bar.value)
      if alongAxis.admits(bar.base) {
        along.include(bar.base)
        if bar.base == 0 { along.isFromZero = true }
      }
    }
    extent.x = isHorizontal ? along : across
    extent.y = isHorizontal ? across : along
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawBars(bars, isHorizontal: isHorizontal, styled)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {}

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {
    let box = Box(
      left: place.start.x + 5, top: place.start.y - 5.5, right: place.end.x - 5,
      bottom: place.start.y + 5.5)
    drawing.canvas.element("path", styled.areaAttributes + " d=\"" + box.path + "\"")
    if !styled.layer.isTinted, drawing.hasManyBars {
      drawing.drawHatch(Hatching(series: styled.series ?? 0).lines(in: [box], spacing: 5))
    }
  }

  var pointsBeyondAxes: [DataPoint] {
    bars.filter { $0.value.isBeyondAxes }.map {
      DataPoint(across: ($0.near + $0.far) / 2, along: $0.value, isHorizontal: isHorizontal)
    }
  }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] {
    guard isHorizontal == table.isTurned, !bars.isEmpty else { return [] }
    return [
      TableSeries(name, count: bars.count) { index in
        let bar = bars[index]
        // The middle of a bar in a group stands for the name under the group.
        let middle = (bar.near + bar.far) / 2
        return DataPoint(
          x: table.hasNames ? middle.roundedToNearest : middle,
          y: bar.value - (bar.base == 0 ? 0 : bar.base))
      }
    ]
  }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

extension PlotDrawing.StyledLayer {
  /// Fill and outline of an area.
  var areaAttributes: String {
    if layer.isTinted {
      return "fill=\"" + paint + "\" fill-opacity=\".25\" stroke=\"" + paint
        + "\" stroke-width=\".8\"" + dash.attribute
    }
    return "fill=\"" + paint + "\""
  }
}

extension PlotDrawing {
  /// Whether bars of several series must be told apart.
  var hasManyBars: Bool {
    var first: Int??
    for styled in layers {
      guard case .bars = styled.layer.geometry else { continue }
      if let first, first != styled.series { return true }
      first = .some(styled.series)
    }
    return false
  }

  /// The boxes of a layer of bars, as far as they lie in the frame.
  func boxes(of bars: [Bar], isHorizontal: Bool) -> [Box] {
    var result: [Box] = []
    result.reserveCapacity(bars.count)
    for bar in bars {
      if let box = box(of: bar, isHorizontal: isHorizontal) { result.append(box) }
    }
    return result
  }

  func box(of bar: Bar, isHorizontal: Bool) -> Box? {
    let across = isHorizontal ? yScale : xScale
    let along = isHorizontal ? xScale : yScale
    let near = across.position(bar.near)
    let far = across.position(bar.far)
    var base = along.position(bar.base)
    let end = along.position(bar.value)
    guard near == near, far == far, end == end else { return nil }
    // A base without a place, such as zero on a logarithmic axis, is the axis itself.
    if base != base { base = along.start }
    let whole =
      isHorizontal
      ? Box(
        left: min(base, end), top: min(near, far), right: max(base, end), bottom: max(near, far))
      : Box(
        left: min(near, far), top: min(base, end), right: max(near, far), bottom: max(base, end))
    return whole.intersection(lineBox)
  }

  mutating func drawBars(_ bars: [Bar], isHorizontal: Bool, _ styled: StyledLayer) {
    let boxes = boxes(of: bars, isHorizontal: isHorizontal)
    var thickness = 0.0
    for box in boxes { thickness += isHorizontal ? box.height : box.width }
    if boxes.count > 300, thickness / Double(boxes.count) < 2 {
      drawSilhouette(of: boxes, isHorizontal: isHorizontal, styled)
      return
    }
    var data = PathData()
    for box in boxes { data.add(box) }
    if data.text.isEmpty { return }
    if styled.layer.isTinted, areAdjacent(boxes, isHorizontal: isHorizontal) {
      drawStairs(boxes, isHorizontal: isHorizontal, data.text, styled)
    } else {
      canvas.element("path", styled.areaAttributes + " d=\"" + data.text + "\"")
    }
    if hasManyBars, !styled.layer.isTinted {
      var length = 0.0
      for box in boxes { length += box.width + box.height }
      let hatching = Hatching(series: styled.series ?? 0)
      drawHatch(hatching.lines(in: boxes, spacing: max(6, length / 300 / detail)))
    }
    for box in boxes {
      addInk(from: Pixel(x: box.left, y: box.top), to: Pixel(x: box.right, y: box.top))
      addInk(from: Pixel(x: box.left, y: box.top), to: Pixel(x: box.left, y: box.bottom))
      addInk(from: Pixel(x: box.right, y: box.top), to: Pixel(x: box.right, y: box.bottom))
    }
  }

  /// Whether each of several bars begins where the one before it ends.
  private func areAdjacent(_ boxes: [Box], isHorizontal: Bool) -> Bool {
    var index = 1
    while index < boxes.count {
      let gap =
        isHorizontal
        ? boxes[index].bottom - boxes[index - 1].top : boxes[index].left - boxes[index - 1].right
      if gap.magnitude > 0.01 { return false }
      index += 1
    }
    return boxes.count > 1
  }

  /// Bars without gaps have one outline, so that others are seen through them.
  private mutating func drawStairs(
    _ boxes: [Box], isHorizontal: Bool, _ bars: String, _ styled: StyledLayer
  ) {
    canvas.element(
      "path", "fill=\"" + styled.paint + "\" fill-opacity=\".25\" d=\"" + bars + "\"")
    let first = boxes[0]
    let last = boxes[boxes.count - 1]
    var outline: [Pixel] = []
    if isHorizontal {
      outline.append(Pixel(x: first.left, y: first.bottom))
      for box in boxes {
        outline.append(Pixel(x: box.right, y: box.bottom))
        outline.append(Pixel(x: box.right, y: box.top))
      }
      outline.append(Pixel(x: last.left, y: last.top))
    } else {
      outline.append(Pixel(x: first.left, y: first.bottom))
      for box in boxes {
        outline.append(Pixel(x: box.left, y: box.top))
        outline.append(Pixel(x: box.right, y: box.top))
      }
      outline.append(Pixel(x: last.right, y: last.bottom))
    }
    var data = PathData()
    data.polyline(outline)
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"1.3\"" + styled.dash.attribute
        + " d=\"" + data.text + "\"")
  }

  mutating func drawHatch(_ data: String) {
    if data.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + Palette.background
        + "\" stroke-width=\"1.3\" stroke-opacity=\".85\" d=\"" + data + "\"")
  }

  /// Bars too thin to be seen each: their outline, a step for every pixel.
  private mutating func drawSilhouette(
    of boxes: [Box], isHorizontal: Bool, _ styled: StyledLayer
  ) {
    let offset = isHorizontal ? frame.top : frame.left
    let size = Int((isHorizontal ? frame.height : frame.width).roundedUp) + 1
    var least = [Double](repeating: .infinity, count: size)
    var greatest = [Double](repeating: -.infinity, count: size)
    for box in boxes {
      let near = isHorizontal ? box.top : box.left
      let far = isHorizontal ? box.bottom : box.right
      let low = isHorizontal ? box.left : box.top
      let high = isHorizontal ? box.right : box.bottom
      let first = max(0, Int(near - offset))
      let last = min(size - 1, max(first, Int((far - offset).roundedUp) - 1))
      guard first <= last else { continue }
      for place in first...last {
        least[place] = min(least[place], low)
        greatest[place] = max(greatest[place], high)
      }
    }
    var data = PathData()
    var start = 0
    while start < size {
      var end = start + 1
      while end < size, (least[end] - least[start]).magnitude < 0.2,
        (greatest[end] - greatest[start]).magnitude < 0.2
      { end += 1 }
      if least[start] <= greatest[start] {
        let near = offset + Double(start)
        let far = offset + Double(end)
        data.add(
          isHorizontal
            ? Box(left: least[start], top: near, right: greatest[start], bottom: far)
            : Box(left: near, top: least[start], right: far, bottom: greatest[start]))
      }
      start = end
    }
    canvas.element("path", "fill=\"" + styled.paint + "\" d=\"" + data.text + "\"")
    notes.append("Bars narrower than a pixel are drawn together.")
  }
}
