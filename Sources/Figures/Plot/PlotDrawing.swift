/// Draws a plot: styles, domains, the room for guides, then the marks from back to front.
struct PlotDrawing {
  /// A layer whose style is decided.
  struct StyledLayer {
    var layer: Plot.Layer
    /// The number of its series, counted from 0, or nil for what belongs to none.
    var series: Int?
    var paint: String
    var dash: Dash
    var symbol: Symbol
  }

  let layers: [StyledLayer]
  let xAxis: Axis
  let yAxis: Axis
  let width: Double
  let aspect: Plot.Aspect
  let legend: Plot.Legend

  var canvas = Canvas()
  var notes: [String] = []
  var height = 0.0
  /// The area between the axes.
  var frame = Box(left: 0, top: 0, right: 0, bottom: 0)
  var xScale = PositionScale(scale: .linear, lower: 0, upper: 1, start: 0, end: 1)
  var yScale = PositionScale(scale: .linear, lower: 0, upper: 1, start: 0, end: 1)
  var xTicks = AxisTicks(major: [], labels: [])
  var yTicks = AxisTicks(major: [], labels: [])
  /// The left edge of the widest label of the vertical axis, where its title starts too.
  var titleLeft = 2.0
  /// Where something is drawn that labels should not cover.
  var ink: [Pixel] = []
  /// The names beside the ends of lines, when they stand there.
  var directLabels: [DirectLabels.Label] = []
  /// Rings, heads and symbols of paths, drawn above all lines.
  var overlay = ""

  init(
    layers: [Plot.Layer], x: Axis, y: Axis, width: Double, aspect: Plot.Aspect, legend: Plot.Legend
  ) {
    self.layers = PlotDrawing.styled(layers)
    xAxis = x
    yAxis = y
    self.width = width
    self.aspect = aspect
    self.legend = legend
  }

  var hasRegions: Bool {
    for styled in layers { if case .regions = styled.layer.geometry { return true } }
    return false
  }

  mutating func draw() {
    let (xDomain, yDomain) = domains()
    layOut(x: xDomain, y: yDomain)
    drawRegions()
    drawAxes()
    drawRules()
    drawLines()
    drawIterates()
    drawSymbols()
    canvas.add(overlay)
    drawLegend()
    drawRuleLabels()
    drawAnnotations()
  }

  /// The pixel of a point; NaN in a coordinate that has no place.
  func pixel(_ point: DataPoint) -> Pixel {
    Pixel(x: xScale.position(point.x), y: yScale.position(point.y))
  }

  // MARK: Styles

  /// A series: its colour, and which dash or symbol is its own among the lines or the points.
  private struct Series {
    var label: String?
    var color: Int
    var shape: Int
    var isLine: Bool
  }

  /// Series colours in the order in which the series come; the same label, the same series. Dashes
  /// are counted among lines and symbols among points and paths, so that a line over points is solid.
  private static func styled(_ layers: [Plot.Layer]) -> [StyledLayer] {
    var known: [Series] = []
    var colors = 0
    var result: [StyledLayer] = []
    for layer in layers {
      var series: Int?
      var shape = 0
      switch layer.geometry {
      case .polyline, .symbols, .iterates:
        var isLine = false
        if case .polyline = layer.geometry { isLine = true }
        let namesake = known.first { layer.label != nil && $0.label == layer.label }
        let twin = known.first {
          layer.label != nil && $0.label == layer.label && $0.isLine == isLine
        }
        switch layer.color {
        case .series(let number):
          // A series by number has the dash and the symbol of that number everywhere.
          series = max(number, 1) - 1
          shape = max(number, 1) - 1
        case .text, .muted: series = nil
        case nil:
          series = namesake?.color ?? colors
          if namesake == nil { colors += 1 }
        }
        if let twin {
          shape = twin.shape
        } else if let series, layer.color == nil {
          for other in known where other.isLine == isLine { shape = max(shape, other.shape + 1) }
          known.append(Series(label: layer.label, color: series, shape: shape, isLine: isLine))
        }
      case .verticalRule, .horizontalRule, .note, .regions:
        if case .series(let number)? = layer.color { series = max(number, 1) - 1 }
      }
      result.append(
        StyledLayer(
          layer: layer, series: series, paint: paint(layer.color, series: series),
          dash: layer.dash ?? Dash.series(shape), symbol: Symbol.series(shape)))
    }
    return result
  }

  private static func paint(_ color: FigureColor?, series: Int?) -> String {
    if let series { return Palette.series(series) }
    if case .muted? = color { return Palette.muted }
    return "currentColor"
  }

  // MARK: Domains

  private mutating func domains() -> (
    x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)
  ) {
    var x = AxisDomain.Extent()
    var y = AxisDomain.Extent()
    var hasSymbols = false
    var dropped = 0
    var empty = 0
    for styled in layers {
      switch styled.layer.geometry {
      case .polyline(let points), .symbols(let points), .iterates(let points, _):
        if points.isEmpty { empty += 1 }
        if case .polyline = styled.layer.geometry {} else { hasSymbols = true }
        dropped += PlotDrawing.extend(&x, &y, by: points, xAxis: xAxis, yAxis: yAxis)
      case .verticalRule(let value):
        if xAxis.admits(value) { x.include(value) } else { dropped += 1 }
      case .horizontalRule(let value):
        if yAxis.admits(value) { y.include(value) } else { dropped += 1 }
      case .note(let point, _):
        dropped += PlotDrawing.extend(&x, &y, by: [point], xAxis: xAxis, yAxis: yAxis)
      case .regions(_, let xRange, let yRange):
        if xAxis.admits(xRange.lowerBound) { x.includeTightly(xRange) }
        if yAxis.admits(yRange.lowerBound) { y.includeTightly(yRange) }
      }
    }
    if dropped > 0 {
      notes.append(
        (dropped == 1 ? "One value is" : String(dropped) + " values are")
          + " not drawn: not finite, or not positive on a logarithmic axis.")
    }
    if empty > 0 {
      notes.append(empty == 1 ? "One series is empty." : String(empty) + " series are empty.")
    }
    return (
      AxisDomain.domain(
        of: x, axis: xAxis, padding: hasSymbols ? 0.04 : 0, reachingZero: false),
      AxisDomain.domain(of: y, axis: yAxis, padding: 0.05, reachingZero: true)
    )
  }

  /// Stretches the extents by the points that can be drawn; returns how many cannot.
  private static func extend(
    _ x: inout AxisDomain.Extent, _ y: inout AxisDomain.Extent, by points: [DataPoint],
    xAxis: Axis, yAxis: Axis
  ) -> Int {
    var dropped = 0
    for point in points {
      guard xAxis.admits(point.x), yAxis.admits(point.y) else {
        dropped += 1
        continue
      }
      x.include(point.x)
      // What lies outside a prescribed range does not stretch the other axis.
      if let range = xAxis.range, !range.contains(point.x) { continue }
      y.include(point.y)
    }
    return dropped
  }
}
