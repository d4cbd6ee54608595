/// Draws a plot: styles, domains, the room for guides, then the marks from back to front.
struct PlotDrawing {
  /// A layer whose style is decided.
  struct StyledLayer {
    var layer: Plot.Layer {
      didSet { behavior = layer.geometry.behavior }
    }
    /// What its geometry answers, asked for often.
    private(set) var behavior: GeometryBehavior
    /// The number of its series, counted from 0, or nil for what belongs to none.
    var series: Int?
    var paint: String
    var dash: Dash
    var symbol: Symbol

    init(layer: Plot.Layer, series: Int?, paint: String, dash: Dash, symbol: Symbol) {
      self.layer = layer
      behavior = layer.geometry.behavior
      self.series = series
      self.paint = paint
      self.dash = dash
      self.symbol = symbol
    }
  }

  let layers: [StyledLayer]
  let xAxis: Axis
  let yAxis: Axis
  var width: Double
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
  /// Where symbols are; they are among the ink too.
  var symbols: [Pixel] = []
  /// The names beside the ends of lines, when they stand there.
  var directLabels: [DirectLabels.Label] = []
  /// Rings, heads and symbols of paths, drawn above all lines.
  var overlay = ""
  /// Whether all values along an axis are whole numbers, as counts and steps are.
  var xIsWhole = false
  var yIsWhole = false
  /// Whether something is written at the ends of bars.
  var hasBarTexts = false
  /// Whether marks stand on zero on both sides of it.
  var xCrossesZero = false
  var yCrossesZero = false
  /// The bar that says what colours mean, when there is one.
  var colorBar: ColorBar?
  /// What is said around the frame, when it is one of several in a figure.
  var panel: PanelLook?
  /// Whether a path draws itself.
  var moves = false
  /// Rows of labels under the horizontal axis.
  var labelRows = 1
  /// The length of names that stand upright there, or nil for those that lie as usual.
  var uprightRoom: Double?
  /// The share of the usual detail with which marks are drawn, so that the figure stays small.
  var detail = 1.0
  /// The height of the labels under the horizontal axis.
  var labelHeight: Double { uprightRoom ?? Double(labelRows) * PlotDrawing.rowHeight }

  /// A drawing of layers whose styles are decided, in a frame that is given.
  init(
    styled: [StyledLayer], x: Axis, y: Axis, width: Double, height: Double, frame: Box,
    panel: PanelLook
  ) {
    layers = styled
    xAxis = PlotDrawing.axis(x, of: styled, isX: true)
    yAxis = PlotDrawing.axis(y, of: styled, isX: false)
    self.width = width
    self.height = height
    self.frame = frame
    self.panel = panel
    aspect = .automatic
    legend = .hidden
  }

  init(
    layers: [Plot.Layer], x: Axis, y: Axis, width: Double, aspect: Plot.Aspect, legend: Plot.Legend
  ) {
    self.layers = PlotDrawing.styled(layers)
    xAxis = PlotDrawing.axis(x, named: layers.compactMap { $0.xCategories })
    yAxis = PlotDrawing.axis(y, named: layers.compactMap { $0.yCategories })
    self.width = width
    self.aspect = aspect
    self.legend = legend
  }

  static func axis(_ axis: Axis, of layers: [StyledLayer], isX: Bool) -> Axis {
    PlotDrawing.axis(
      axis, named: layers.compactMap { isX ? $0.layer.xCategories : $0.layer.yCategories })
  }

  /// An axis with the names that its marks bring, when it has none and no ticks of its own.
  private static func axis(_ axis: Axis, named categories: [[String]]) -> Axis {
    guard let first = categories.first, axis.categories == nil, axis.ticks == nil else {
      return axis
    }
    var result = axis
    result.categories = first
    return result
  }

  /// Whether something fills the frame to its edges.
  var isFilled: Bool {
    for styled in layers where styled.behavior.traits.fillsFrame { return true }
    return false
  }

  mutating func draw() {
    let (xDomain, yDomain) = domains()
    layOut(x: xDomain, y: yDomain)
    drawMarks()
    draw(.insets)
  }

  /// A limit of some number of parts, at this detail.
  func limit(_ usual: Int, least: Int = 12) -> Int {
    max(least, Int(Double(usual) * detail))
  }

  /// How far a simplified outline may lie from the one it replaces: what is seen, only where
  /// nothing else helps.
  var tolerance: Double {
    detail < 0.12
      ? 0.5 * 0.12 / detail : min(0.5, PathSimplification.tolerance / detail)
  }

  /// Of the levels of contours every so many is drawn.
  var levelStride: Int { Int((1 / detail).roundedUp) }

  /// Everything, once the frame and the scales are decided.
  mutating func drawMarks() {
    for plane in Plane.allCases where plane < .notes {
      draw(plane)
      if plane == .ground { drawAxes() }
      if plane == .bars { drawZeroLines() }
    }
    canvas.add(overlay)
    drawInfinities()
    drawBarTexts()
    drawLegend()
    drawColorBar()
    for plane in Plane.allCases where plane < .notes { write(plane) }
    draw(.notes)
    write(.notes)
  }

  /// Draws the layers of a plane.
  private mutating func draw(_ plane: Plane) {
    for styled in layers {
      let geometry = styled.behavior
      if geometry.traits.plane == plane { geometry.draw(styled, &self) }
    }
  }

  /// Writes the words of the layers of a plane.
  private mutating func write(_ plane: Plane) {
    for styled in layers {
      let geometry = styled.behavior
      if geometry.traits.plane == plane { geometry.write(styled, &self) }
    }
  }

  /// The pixel of a point; NaN in a coordinate that has no place.
  func pixel(_ point: DataPoint) -> Pixel {
    Pixel(x: xScale.position(point.x), y: yScale.position(point.y))
  }

  /// The same, but at the end of the axis for a value that lies beyond it: an infinite one, or one
  /// that is not positive on a logarithmic axis.
  func pixelOrEdge(_ point: DataPoint) -> Pixel {
    Pixel(
      x: PlotDrawing.place(point.x, on: xScale, xAxis),
      y: PlotDrawing.place(point.y, on: yScale, yAxis))
  }

  private static func place(_ value: Double, on scale: PositionScale, _ axis: Axis) -> Double {
    if value != value || axis.admits(value) { return scale.position(value) }
    return value.isBeyondAxes && value > 0 ? scale.end : scale.start
  }
}

// What several geometries draw alike.
extension PlotDrawing {
  /// The sample of a field or of streamlines in the legend: an arrow.
  mutating func drawArrowKey(at place: LegendKey, _ styled: StyledLayer) {
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"1.2\" d=\"M"
        + FixedPoint.text(place.start.x) + " " + FixedPoint.text(place.start.y) + "h"
        + FixedPoint.text(place.end.x - place.start.x) + "m-5-3.5l5 3.5-5 3.5\"")
  }

  /// Strokes lines of a field, a little paler than its arrows' heads.
  mutating func stroke(_ data: PathData, _ styled: StyledLayer, width: Double) {
    if data.text.isEmpty { return }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"" + styled.paint + "\" stroke-width=\"" + FixedPoint.text(width)
        + "\" stroke-opacity=\".75\" d=\"" + data.text + "\"")
  }
}

/// What stands around a frame that is one of several.
struct PanelLook: Sendable {
  var title = ""
  var showsXLabels = true
  var showsYLabels = true
  var showsXTitle = true
  var showsYTitle = true
  /// How much higher titles stand than usual, the same in all panels of a row.
  var titleLift = 0.0
}
