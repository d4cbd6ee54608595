/// Several plots of the same kind side by side, with shared scales, so that they compare; or plots
/// with axes of their own, such as two quantities over the same steps, which never lie one over the
/// other.
///
/// ```swift
/// Facets("Gradients", alt: "They shrink from layer to layer.", x: Axis("log₁₀ |g|")) {
///   for layer in layers { Panel(layer.name) { Histogram(layer.gradients) } }
/// }
/// Facets("A run", alt: "Loss and accuracy over the same steps.", sharing: .x) {
///   Panel("loss", y: Axis("loss", scale: .logarithmic)) { Line(losses) }
///   Panel("accuracy", y: Axis("accuracy", in: 0...1)) { Line(accuracies) }
/// }
/// ```
///
/// Series with the same label look the same in all panels, and one legend names them.
public struct Facets: Figure {
  /// Which scales all panels have in common.
  public enum Sharing: Equatable, Sendable {
    /// Both axes.
    case both
    /// The horizontal axis.
    case x
    /// The vertical axis.
    case y
    /// None.
    case none
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

  /// Panels in rows, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows, for those who do not see it; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - x: The horizontal axis of all panels that have none of their own.
  ///   - y: The vertical axis.
  ///   - columns: Panels in a row; by default two or three.
  ///   - width: Of the whole figure, in pixels.
  ///   - ratio: Width divided by height of each panel's frame.
  ///   - sharing: Which scales all panels have in common.
  ///   - legend: Where the names of series stand; anything but hidden is above the panels.
  ///   - panels: The plots; traps if there is none.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, x: Axis = Axis(),
    y: Axis = Axis(), columns: Int? = nil, width: Double = 600, ratio: Double = 1.25,
    sharing: Sharing = .both, legend: Plot.Legend = .automatic, file: StaticString = #fileID,
    line: UInt = #line, @PanelBuilder panels: () -> [Panel]
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    let panels = panels()
    if panels.isEmpty {
      refuse("The figure “\(title)” needs a panel at least.", file: file, line: line)
    }
    if !(width >= 160 && width <= 2000) || !(ratio >= 0.2 && ratio <= 10) {
      refuse(
        "The figure “\(title)” can be 160 to 2000 pixels wide, with panels 0.2 to 10 times as wide "
          + "as high.", file: file, line: line)
    }
    for panel in panels {
      let sharesX = sharing == .both || sharing == .x
      let sharesY = sharing == .both || sharing == .y
      if sharesX && panel.x != nil || sharesY && panel.y != nil {
        refuse(
          "The panel “\(panel.title)” of “\(title)” has an axis of its own, which all panels share.",
          file: file, line: line)
      }
    }
    let blank = FacetsDrawing(
      panels: panels, x: x, y: y,
      columns: max(1, min(panels.count, columns ?? (panels.count == 4 ? 2 : 3))), width: width,
      ratio: ratio, sharing: sharing, legend: legend)
    let (drawing, text) = Budget.fitted { detail in
      var drawing = blank
      drawing.detail = detail
      drawing.draw()
      drawing.notes += Budget.notes(detail)
      return drawing
    } text: { drawing in
      drawing.canvas.svg(
        width: width, height: drawing.height, title: title,
        description: described(alt, drawing.notes))
    }
    svg = text
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    notes = drawing.notes
    dataTable = drawing.table(title)
    labels = drawing.canvas.labels
  }
}
