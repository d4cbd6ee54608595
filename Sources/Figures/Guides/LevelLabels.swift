extension PlotDrawing {
  /// The levels of contours on their curves, where a curve is level and nothing else is drawn.
  mutating func drawLevels(of map: ContourMap) {
    for (index, region) in map.regions.enumerated().reversed() where index % levelStride == 0 {
      let text = map.text(region.level)
      if let place = levelPlace(text, on: region) {
        canvas.text(
          text, x: place.x, baseline: place.y, anchor: .middle, size: 11.5, halo: true)
      }
    }
  }

  /// The best place of a level on its curves, or nil where none is free.
  private func levelPlace(_ text: String, on region: LevelRegion) -> Pixel? {
    var best: Pixel?
    var least = 60.0
    let half = TextMetrics.width(text, size: 11.5) / 2
    let inside = frame.expanded(by: -4)
    for loop in region.loops {
      var travelled = 0.0
      var previous: Pixel?
      for point in loop {
        let place = pixel(point)
        guard let last = previous else {
          previous = place
          continue
        }
        let length = PathArrows.distance(last, place)
        travelled += length
        previous = place
        guard travelled > 9, length > 0 else { continue }
        travelled = 0
        let baseline = place.y + 11.5 * TextMetrics.capHeight / 2
        let box = Canvas.box(text, x: place.x, baseline: baseline, anchor: .middle, size: 11.5)
        guard inside.contains(box) else { continue }
        var cost = 14 * (place.y - last.y).magnitude / length
        for label in canvas.labels {
          if label.box.expanded(by: 8).overlap(box) > 0 { cost += 100 }
        }
        for dot in ink where box.expanded(by: 7).contains(x: dot.x, y: dot.y) { cost += 10 }
        // A little nearer to the middle is better, so that labels of nested curves line up.
        cost += (place.x - (frame.left + frame.right) / 2).magnitude / frame.width * 6
        cost += half / 40
        if cost < least {
          least = cost
          best = Pixel(x: place.x, y: baseline)
        }
      }
    }
    return best
  }
}
