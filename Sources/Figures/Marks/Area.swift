/// The area between a line and a base, tinted, with the line on it; or several stacked.
///
/// ```swift
/// Area(steps, memory, label: "memory")
/// Area(steps, stacked: [("forward", forward), ("backward", backward)])
/// ```
///
/// A value that is not finite is a gap.
public struct Area: Mark {
  /// The tint and the line on it, of each area.
  public let layers: [Plot.Layer]

  /// The area from a base line to (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], from base: Double = 0, label: String? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    let points = SeriesData.points(xs, ys, mark: "An Area", file: file, line: line)
    layers = Area.layers(
      points.map { RibbonPoint(x: $0.x, lower: base, upper: $0.y) }, label: label, color: color)
  }

  /// Areas on top of each other, the first one lowest; the upper edge is the sum. Traps if a group
  /// has not as many values as there are xs.
  public init(
    _ xs: [Double], stacked groups: [(label: String, values: [Double])],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    var layers: [Plot.Layer] = []
    var base = [Double](repeating: 0, count: xs.count)
    for group in groups {
      let points = SeriesData.points(
        xs, group.values, mark: "The area “\(group.label)”", file: file, line: line)
      var ribbon: [RibbonPoint] = []
      for (index, point) in points.enumerated() {
        ribbon.append(
          RibbonPoint(x: point.x, lower: base[index], upper: base[index] + point.y))
        base[index] += point.y
      }
      layers += Area.layers(ribbon, label: group.label, color: nil)
    }
    self.layers = layers
  }

  private static func layers(
    _ ribbon: [RibbonPoint], label: String?, color: FigureColor?
  ) -> [Plot.Layer] {
    var edge = Plot.Layer(
      geometry: .polyline(.init(ribbon.map { DataPoint(x: $0.x, y: $0.upper) })), label: label,
      color: color)
    edge.joins = true
    return [Plot.Layer(geometry: .ribbon(.init(ribbon)), label: label, color: color), edge]
  }
}
