/// A thin dashed line across the whole plot, at one x or one y, with an optional label on it. It
/// stretches an axis that was not given a range, so that it is seen.
///
/// ```swift
/// Rule(x: 2 / curvature, label: "2/L")
/// Rule(y: 0)
/// ```
public struct Rule: Mark {
  /// The line.
  public let layers: [Plot.Layer]

  /// A vertical line. Traps if x is not finite.
  public init(
    x: Double, label: String? = nil, color: FigureColor = .muted, dash: Dash = .ruled,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    if !x.isFinite { refuse("A Rule needs a finite x, not \(numeral(x)).", file: file, line: line) }
    layers = [Plot.Layer(geometry: .rule(.init(.x(x))), label: label, color: color, dash: dash)]
  }

  /// A horizontal line. Traps if y is not finite.
  public init(
    y: Double, label: String? = nil, color: FigureColor = .muted, dash: Dash = .ruled,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    if !y.isFinite { refuse("A Rule needs a finite y, not \(numeral(y)).", file: file, line: line) }
    layers = [Plot.Layer(geometry: .rule(.init(.y(y))), label: label, color: color, dash: dash)]
  }
}
