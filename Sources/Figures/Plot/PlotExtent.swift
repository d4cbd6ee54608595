/// What the marks of a plot need of its axes, collected layer by layer.
struct PlotExtent {
  let xAxis: Axis
  let yAxis: Axis
  var x = AxisDomain.Extent()
  var y = AxisDomain.Extent()
  /// What has no place on the axes.
  var undrawn = Undrawn()
  /// Whether there are symbols, which need room at the left and the right.
  var hasSymbols = false
  /// Whether something is written at the ends of bars.
  var hasBarTexts = false
  /// What else the description says.
  var notes: [String] = []

  init(x: Axis, y: Axis) {
    xAxis = x
    yAxis = y
  }

  /// Stretches the axes by the points that can be drawn, and counts the others.
  mutating func include(_ points: [DataPoint]) {
    for point in points {
      guard xAxis.admits(point.x), yAxis.admits(point.y) else {
        undrawn.count(point.x, point.y, marksInfinity: true)
        continue
      }
      x.include(point.x)
      // What lies outside a prescribed range does not stretch the other axis.
      if let range = xAxis.range, !range.contains(point.x) { continue }
      y.include(point.y)
    }
  }

  /// Stretches the axes by a domain that is filled to its edges.
  mutating func includeTightly(_ xRange: ClosedRange<Double>, _ yRange: ClosedRange<Double>) {
    if xAxis.admits(xRange.lowerBound) { x.includeTightly(xRange) }
    if yAxis.admits(yRange.lowerBound) { y.includeTightly(yRange) }
  }
}
