/// Marks on two axes.
///
/// ```swift
/// let figure = Plot(
///   "Loss against step", alt: "The loss falls from 0.9 to 0.01 in 40 steps, fastest at first.",
///   x: Axis("step"), y: Axis("loss", scale: .logarithmic)
/// ) {
///   Line(losses, label: "gradient descent")
///   Rule(y: 0.01, label: "target")
/// }
/// ```
///
/// The plot is drawn when it is made. What could not be drawn (gaps, values without a place on a
/// logarithmic axis) is said in ``notes`` and at the end of the description.
public struct Plot: Figure {
  /// The shape of the area between the axes.
  public enum Aspect: Equatable, Sendable {
    /// Somewhat wider than high.
    case automatic
    /// A unit of x is as long as a unit of y. Needs linear axes.
    case equal
    /// Width divided by height.
    case ratio(Double)
  }

  /// Where the names of series stand.
  public enum Legend: Equatable, Sendable {
    /// Beside the ends of lines where that is possible, otherwise above the plot.
    case automatic
    /// Above the plot.
    case above
    /// Nowhere.
    case hidden
  }

  /// What the figure is, as its heading says.
  public let title: String
  /// What it shows, for those who do not see it.
  public let alternative: String
  /// The sentence printed beneath, or an empty string.
  public let caption: String
  /// The name by which prose places it, or nil.
  public let name: String?
  /// The drawing: a complete `<svg>` element.
  public let svg: String
  /// The numbers that it shows; nil when there are none, or too many for a table.
  public let dataTable: Table?
  /// What was left out or cut off, in sentences.
  public let notes: [String]
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// A plot of marks, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows, for those who do not see it; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - x: The horizontal axis.
  ///   - y: The vertical axis.
  ///   - width: In pixels, before the page scales it; texts are 13 pixels high.
  ///   - aspect: The shape of the area between the axes.
  ///   - legend: Where the names of series stand.
  ///   - marks: What is drawn, from back to front.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, x: Axis = Axis(),
    y: Axis = Axis(), width: Double = 520, aspect: Aspect = .automatic,
    legend: Legend = .automatic, file: StaticString = #fileID, line: UInt = #line,
    @MarkBuilder marks: () -> [Layer]
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    if !(width >= 160 && width <= 2000) {
      refuse(
        "The plot “\(title)” can be 160 to 2000 pixels wide, not \(numeral(width)).", file: file,
        line: line)
    }
    switch aspect {
    case .automatic: break
    case .equal:
      if case (.linear, .linear) = (x.scale, y.scale) { break }
      refuse(
        "The plot “\(title)” cannot have units of equal length on a logarithmic axis.",
        file: file, line: line)
    case .ratio(let ratio):
      if !(ratio >= 0.2 && ratio <= 10) {
        refuse(
          "The plot “\(title)” can be 0.2 to 10 times as wide as high, not \(numeral(ratio)).",
          file: file, line: line)
      }
    }
    let layers = marks()
    for layer in layers {
      guard let spoilt = layer.geometry.traits.needsLinearAxesFor else { continue }
      if case (.linear, .linear) = (x.scale, y.scale) { continue }
      refuse(
        "The plot “\(title)” cannot have \(spoilt) on an axis that is not linear.", file: file,
        line: line)
    }
    for (axis, known) in [
      (x, layers.compactMap { $0.xCategories }), (y, layers.compactMap { $0.yCategories }),
    ] {
      let names = axis.categories ?? known.first
      for other in known where other != names {
        refuse(
          "The marks of the plot “\(title)” have different names on one axis: \(names?.count ?? 0) "
            + "and \(other.count).", file: file, line: line)
      }
    }
    let blank = PlotDrawing(
      layers: layers, x: x, y: y, width: width, aspect: aspect, legend: legend)
    let (drawing, text) = Budget.fitted { detail in
      var drawing = blank
      drawing.detail = detail
      drawing.draw()
      drawing.notes += Budget.notes(detail)
      return drawing
    } text: { drawing in
      drawing.canvas.svg(
        width: drawing.width, height: drawing.height, title: title,
        description: described(alt, drawing.notes), moves: drawing.moves)
    }
    svg = text
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    notes = drawing.notes
    dataTable = PlotTable(
      layers: drawing.layers, xAxis: drawing.xAxis, yAxis: drawing.yAxis
    ).table(title)
    labels = drawing.canvas.labels
  }
}
