/// The way that an iteration took: lines from iterate to iterate with arrow heads, a ring where it
/// started and a solid symbol where it ended. Drawn over contours it stands out from them.
///
/// ```swift
/// Path(points: iterates, label: "momentum", arrows: 5)   // a head on every fifth step
/// ```
///
/// Iterates that are not finite end the way where they come (a run that diverged); those outside
/// the axes are cut off at the frame. The figure's description says so.
public struct Path: Mark {
  public let layers: [Plot.Layer]

  /// - Parameters:
  ///   - points: The iterates, the first one first.
  ///   - arrows: A head on every so many steps, 0 for none; by default a few, where there is room.
  public init(
    points: [(Double, Double)], label: String? = nil, arrows: Int? = nil,
    color: FigureColor? = nil
  ) {
    layers = [
      Plot.Layer(
        geometry: .iterates(SeriesData.points(points), arrows: arrows), label: label, color: color)
    ]
  }

  /// The way through (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, arrows: Int? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    let points = SeriesData.points(xs, ys, mark: "A Path", file: file, line: line)
    layers = [
      Plot.Layer(geometry: .iterates(points, arrows: arrows), label: label, color: color)
    ]
  }
}
