extension PlotDrawing {
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
      guard case .segments(let geometry) = styled.layer.geometry else { continue }
      for segment in geometry.segments { strokes += [pixel(segment.start), pixel(segment.end)] }
    }
    for styled in layers {
      guard case .bars(let geometry) = styled.layer.geometry else { continue }
      let isHorizontal = geometry.isHorizontal
      for bar in geometry.bars where !bar.text.isEmpty {
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
