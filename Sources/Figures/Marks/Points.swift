/// A symbol at each point, another one for each series. Points without finite coordinates, or that
/// have no place on a logarithmic axis, are left out, and the figure's description says how many.
/// Of points that can't be told apart, one is drawn; of more than can be seen each, cells that are
/// the more opaque the more points lie in them.
///
/// ```swift
/// Points(inputs, targets, label: "data")
/// ```
public struct Points: Mark {
  /// The symbols.
  public let layers: [Plot.Layer]

  /// Symbols at (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, color: FigureColor? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    layers = [
      Plot.Layer(
        geometry: .symbols(
          .init(SeriesData.points(xs, ys, mark: "Points", file: file, line: line))),
        label: label, color: color)
    ]
  }

  /// Symbols at points.
  public init(
    points: [(Double, Double)], label: String? = nil, color: FigureColor? = nil
  ) {
    layers = [
      Plot.Layer(geometry: .symbols(.init(SeriesData.points(points))), label: label, color: color)
    ]
  }
}
