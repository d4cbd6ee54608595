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
  /// Draws into a nested element that clips at the frame without needing an id.
  mutating func clipped(_ draw: (inout PlotDrawing) -> Void) {
    let x = FixedPoint.text(frame.left)
    let y = FixedPoint.text(frame.top)
    let w = FixedPoint.text(frame.width)
    let h = FixedPoint.text(frame.height)
    canvas.add(
      "<svg x=\"\(x)\" y=\"\(y)\" width=\"\(w)\" height=\"\(h)\" viewBox=\"\(x) \(y) \(w) \(h)\">")
    draw(&self)
    canvas.add("</svg>")
  }

  // MARK: Ribbons

  mutating func drawRibbons() {
    let most = limit(900)
    for styled in layers {
      guard case .ribbon(let points) = styled.layer.geometry else { continue }
      var data = PathData()
      var sticksOut = false
      var upper: [Pixel] = []
      var lower: [Pixel] = []
      func flush(_ drawing: inout PlotDrawing) {
        if upper.count > 1 {
          let top = PathSimplification.simplifiedLine(upper, limit: most)
          let bottom = PathSimplification.simplifiedLine(lower, limit: most)
          data.polyline(top + bottom.reversed(), closed: true)
          drawing.addInk(along: top)
          drawing.addInk(along: bottom)
        } else if upper.count == 1 {
          // A band at one place is a stroke of some width.
          data.add(
            Box(
              left: upper[0].x - 1.5, top: upper[0].y, right: upper[0].x + 1.5, bottom: lower[0].y))
        }
        upper = []
        lower = []
      }
      for point in points {
        let high = pixelOrEdge(DataPoint(x: point.x, y: point.upper))
        let low = pixelOrEdge(DataPoint(x: point.x, y: point.lower))
        guard xAxis.admits(point.x), yAxis.admits(point.upper) || yAxis.admits(point.lower),
          high.y == high.y, low.y == low.y
        else {
          flush(&self)
          continue
        }
        if !lineBox.contains(x: high.x, y: high.y) || !lineBox.contains(x: low.x, y: low.y) {
          sticksOut = true
        }
        upper.append(high)
        lower.append(low)
      }
      flush(&self)
      if data.text.isEmpty { continue }
      let attributes = "fill=\"" + styled.paint + "\" fill-opacity=\".22\" d=\"" + data.text + "\""
      if sticksOut {
        clipped { $0.canvas.element("path", attributes) }
      } else {
        canvas.element("path", attributes)
      }
    }
  }

  // MARK: Bars

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

  private func box(of bar: Bar, isHorizontal: Bool) -> Box? {
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

  mutating func drawBars() {
    let isHatched = hasManyBars
    for styled in layers {
      guard case .bars(let bars, let isHorizontal) = styled.layer.geometry else { continue }
      let boxes = boxes(of: bars, isHorizontal: isHorizontal)
      var thickness = 0.0
      for box in boxes { thickness += isHorizontal ? box.height : box.width }
      if boxes.count > 300, thickness / Double(boxes.count) < 2 {
        drawSilhouette(of: boxes, isHorizontal: isHorizontal, styled)
        continue
      }
      var data = PathData()
      for box in boxes { data.add(box) }
      if data.text.isEmpty { continue }
      if styled.layer.isTinted, areAdjacent(boxes, isHorizontal: isHorizontal) {
        drawStairs(boxes, isHorizontal: isHorizontal, data.text, styled)
      } else {
        canvas.element("path", styled.areaAttributes + " d=\"" + data.text + "\"")
      }
      if isHatched, !styled.layer.isTinted {
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

  /// What is written at the ends of bars, where it lies on nothing else.
  mutating func drawBarTexts() {
    if !hasBarTexts { return }
    if detail < 0.8 {
      notes.append("The values have no room at the bars.")
      return
    }
    let cap = Canvas.textSize * TextMetrics.capHeight
    var strokes: [Pixel] = []
    for styled in layers {
      guard case .segments(let segments, _) = styled.layer.geometry else { continue }
      for segment in segments { strokes += [pixel(segment.start), pixel(segment.end)] }
    }
    for styled in layers {
      guard case .bars(let bars, let isHorizontal) = styled.layer.geometry else { continue }
      for bar in bars where !bar.text.isEmpty {
        guard let box = box(of: bar, isHorizontal: isHorizontal) else { continue }
        let grows = bar.value >= bar.base
        let end = farthest(from: box, isHorizontal: isHorizontal, grows: grows, among: strokes)
        let x: Double
        let baseline: Double
        let anchor: Canvas.Anchor
        if isHorizontal {
          x = grows ? end + 5 : end - 5
          baseline = (box.top + box.bottom) / 2 + cap / 2
          anchor = grows ? .start : .end
        } else {
          x = (box.left + box.right) / 2
          baseline = grows ? end - 5 : end + 5 + cap
          anchor = .middle
        }
        let room = Canvas.box(bar.text, x: x, baseline: baseline, anchor: anchor)
        var isFree = room.right < width && room.left > 0
        for label in canvas.labels where label.box.expanded(by: 1).overlap(room) > 0 {
          isFree = false
        }
        if isFree { canvas.text(bar.text, x: x, baseline: baseline, anchor: anchor, halo: true) }
      }
    }
  }

  /// Where a bar ends, with the error bar that stands on it.
  private func farthest(
    from box: Box, isHorizontal: Bool, grows: Bool, among strokes: [Pixel]
  ) -> Double {
    var end = isHorizontal ? (grows ? box.right : box.left) : (grows ? box.top : box.bottom)
    for point in strokes {
      let across = isHorizontal ? point.y : point.x
      let along = isHorizontal ? point.x : point.y
      let near = isHorizontal ? box.top : box.left
      let far = isHorizontal ? box.bottom : box.right
      guard across >= near, across <= far else { continue }
      end = grows == isHorizontal ? max(end, along) : min(end, along)
    }
    return end
  }
}
