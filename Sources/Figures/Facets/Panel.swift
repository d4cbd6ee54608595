/// One of several plots in a figure.
///
/// ```swift
/// Panel("layer 1") { Histogram(first) }
/// Panel("loss", y: Axis("loss", scale: .logarithmic)) { Line(losses) }
/// ```
public struct Panel: Sendable {
  /// What stands above it.
  var title: String
  /// Axes of its own, in place of the figure's.
  var x: Axis?
  var y: Axis?
  var layers: [Plot.Layer]

  /// A panel of marks; axes of its own are for figures that share none in that direction.
  public init(
    _ title: String, x: Axis? = nil, y: Axis? = nil, @MarkBuilder marks: () -> [Plot.Layer]
  ) {
    self.title = title
    self.x = x
    self.y = y
    layers = marks()
  }
}

/// Collects the panels of a figure; `if`, `switch` and `for` work inside.
@resultBuilder
public enum PanelBuilder {
  /// A panel.
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  /// Several panels.
  public static func buildExpression(_ panels: [Panel]) -> [Panel] { panels }
  /// Panels stand in the order in which they are written.
  public static func buildBlock(_ parts: [Panel]...) -> [Panel] {
    var result: [Panel] = []
    for part in parts { result += part }
    return result
  }
  /// An `if` without `else` may give none.
  public static func buildOptional(_ part: [Panel]?) -> [Panel] { part ?? [] }
  /// The panels of the first branch.
  public static func buildEither(first part: [Panel]) -> [Panel] { part }
  /// The panels of the other branch.
  public static func buildEither(second part: [Panel]) -> [Panel] { part }
  /// The panels of each turn of a loop.
  public static func buildArray(_ parts: [[Panel]]) -> [Panel] {
    var result: [Panel] = []
    for part in parts { result += part }
    return result
  }
}
