/// The way that an iteration took: lines from iterate to iterate with arrow heads, a ring where it
/// started and a solid symbol where it ended. Drawn over contours it stands out from them.
///
/// ```swift
/// Path(points: iterates, label: "momentum", arrows: 5)   // a head on every fifth step
/// Path(points: iterates, label: "momentum", seconds: 4)  // draws itself, each step in equal time
/// ```
///
/// Iterates that are not finite end the way where they come (a run that diverged); those outside
/// the axes are cut off at the frame. The figure's description says so.
///
/// A path that draws itself does so once when the page is shown, and again when one points at the
/// figure; it ends as the figure that stands still, which is all that is seen where the reader
/// wishes for less motion. One that leaves the axes stands still.
public struct Path: Mark {
  /// The way.
  public let layers: [Plot.Layer]

  /// The way through points.
  ///
  /// - Parameters:
  ///   - points: The iterates, the first one first.
  ///   - label: The name in the legend.
  ///   - arrows: A head on every so many steps, 0 for none; by default a few, where there is room.
  ///   - color: By default the next series colour.
  ///   - seconds: In how many seconds it draws itself, 0.5 to 5; by default it stands still.
  public init(
    points: [(Double, Double)], label: String? = nil, arrows: Int? = nil,
    color: FigureColor? = nil, seconds: Double? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    if let seconds, !(seconds >= 0.5 && seconds <= 5) {
      refuse(
        "A Path draws itself in 0.5 to 5 seconds, not \(numeral(seconds)): what moves for longer "
          + "distracts from reading.", file: file, line: line)
    }
    var layer = Plot.Layer(
      geometry: .iterates(.init(points: SeriesData.points(points), arrows: arrows)), label: label,
      color: color)
    layer.seconds = seconds
    layers = [layer]
  }

  /// The way through (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, arrows: Int? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    let points = SeriesData.points(xs, ys, mark: "A Path", file: file, line: line)
    layers = [
      Plot.Layer(
        geometry: .iterates(.init(points: points, arrows: arrows)), label: label, color: color)
    ]
  }
}
