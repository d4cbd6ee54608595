/// A line that keeps each value until the next one comes: learning rates, counts, best so far.
///
/// ```swift
/// Steps(epochs, rates, label: "schedule")
/// ```
public struct Steps: Mark {
  /// Where a line of steps jumps.
  public enum Jump: Equatable, Sendable {
    /// At the next point: each value holds until then.
    case after
    /// At the point itself: each value has held since the one before.
    case before
    /// Halfway.
    case between
  }

  /// The line with its corners.
  public let layers: [Plot.Layer]

  /// Steps through (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], jump: Jump = .after, label: String? = nil,
    color: FigureColor? = nil, dash: Dash? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    let points = SeriesData.points(xs, ys, mark: "Steps", file: file, line: line)
    var corners: [DataPoint] = []
    corners.reserveCapacity(points.count * 2)
    for (index, point) in points.enumerated() {
      // A value that is missing leaves a gap and makes no corner.
      if index > 0, points[index - 1].isFinite, point.isFinite {
        let previous = points[index - 1]
        switch jump {
        case .after: corners.append(DataPoint(x: point.x, y: previous.y))
        case .before: corners.append(DataPoint(x: previous.x, y: point.y))
        case .between:
          let middle = previous.x + (point.x - previous.x) / 2
          corners.append(DataPoint(x: middle, y: previous.y))
          corners.append(DataPoint(x: middle, y: point.y))
        }
      }
      corners.append(point)
    }
    layers = [
      Plot.Layer(geometry: .polyline(.init(corners)), label: label, color: color, dash: dash)
    ]
  }
}
