extension PlotDrawing {
  /// What the axes cover; what has no place on them goes into the notes.
  mutating func domains() -> (
    x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)
  ) {
    var extent = PlotExtent(x: xAxis, y: yAxis)
    var empty = 0
    for styled in layers {
      let geometry = styled.behavior
      if geometry.isEmpty, !styled.layer.joins { empty += 1 }
      let before = extent.undrawn
      geometry.extend(&extent, styled.layer)
      // What joins another layer is another view of the same data.
      if styled.layer.joins { extent.undrawn = before }
      extent.notes += styled.layer.notes
    }
    if extent.hasBarTexts { hasBarTexts = true }
    notes += extent.notes
    notes += extent.undrawn.notes
    if layers.isEmpty { notes.append("The plot is empty.") }
    if empty > 0 {
      notes.append(empty == 1 ? "One series is empty." : String(empty) + " series are empty.")
    }
    let (x, y) = (extent.x, extent.y)
    xCrossesZero = x.isFromZero && x.lower < 0 && x.upper > 0
    yCrossesZero = y.isFromZero && y.lower < 0 && y.upper > 0
    xIsWhole = x.isWhole && !isFilled
    yIsWhole = y.isWhole && !isFilled
    // Beside a list of names, the horizontal axis is the one of the values.
    let isList = yAxis.categories != nil
    let room =
      hasBarTexts && x.isFromZero ? 0.12 : extent.hasSymbols || x.isFromZero || isList ? 0.04 : 0
    return (
      AxisDomain.domain(of: x, axis: xAxis, padding: room, reachingZero: isList),
      AxisDomain.domain(of: y, axis: yAxis, padding: hasBarTexts ? 0.1 : 0.05, reachingZero: true)
    )
  }
}
