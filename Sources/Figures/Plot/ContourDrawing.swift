extension PlotDrawing {
  /// The share of the contour colour, in percent, on the lowest ground.
  static let deepestTint = 34.0

  /// Nested tints, deepest on the lowest ground, or the colours of a scale. A viewer that cannot mix
  /// colours draws the level curves alone, or plain colours.
  mutating func drawContours(_ map: ContourMap) {
    clipped { drawing in
      if let colors = map.colors {
        drawing.canvas.openGroup(
          "style=\"" + colors.variables + "\" stroke=\"currentColor\" stroke-opacity=\".35\""
            + " stroke-width=\".6\"")
        drawing.canvas.element(
          "path",
          "stroke=\"none\" " + colors.fill(step: ColorScale.step(of: map.share(-1))) + " d=\""
            + drawing.frame.path + "\"")
      } else {
        drawing.canvas.openGroup(
          "style=\"--tint:\(Palette.contour);--ground:\(Palette.background)\" fill=\"none\""
            + " stroke=\"\(Palette.contour)\" stroke-opacity=\".5\" stroke-width=\".8\"")
      }
      if drawing.levelStride > 1 {
        drawing.notes.append(
          "Of " + String(map.regions.count) + " levels one in " + String(drawing.levelStride)
            + " is drawn.")
      }
      for (index, region) in map.regions.enumerated() where index % drawing.levelStride == 0 {
        var data = PathData()
        for loop in region.loops {
          let simple = PathSimplification.simplifiedLoop(
            loop.map { drawing.pixel($0) }, tolerance: drawing.tolerance)
          if simple.count >= 3 { data.polyline(simple, closed: true) }
        }
        let fill: String
        if let colors = map.colors {
          fill =
            colors.fill(step: ColorScale.step(of: map.share(index)))
            + map.dash(below: region.level)
        } else {
          let share = PlotDrawing.deepestTint * Double(index + 1) / Double(map.regions.count)
          fill =
            "fill=\"color-mix(in srgb,var(--tint) " + FixedPoint.text(share, decimals: 1)
            + "%,var(--ground))\""
        }
        drawing.canvas.element("path", fill + " fill-rule=\"evenodd\" d=\"" + data.text + "\"")
      }
      drawing.blank(map.holes)
      drawing.canvas.closeGroup()
    }
  }

  /// Leaves the places without values as the page is.
  private mutating func blank(_ holes: [[DataPoint]]) {
    var data = PathData()
    for loop in holes {
      let simple = PathSimplification.simplifiedLoop(loop.map { pixel($0) }, tolerance: tolerance)
      if simple.count >= 3 { data.polyline(simple, closed: true) }
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"" + Palette.background + "\" fill-rule=\"evenodd\" d=\"" + data.text + "\"")
  }
}
