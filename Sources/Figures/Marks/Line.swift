/// A line through points, in the order in which they come.
///
/// ```swift
/// Line(losses, label: "SGD")                      // against 0, 1, 2, …
/// Line(xs, ys, label: "tanh", color: .series(2))
/// Line(over: -4...4) { x in 1 / (1 + x * x) }
/// ```
///
/// A NaN or infinite coordinate, and on a logarithmic axis one that is not positive, is a gap,
/// and the figure's description says how many there are. A single point between gaps is drawn as
/// a dot. An empty line draws nothing.
public struct Line: Mark {
  /// The line.
  public let layers: [Plot.Layer]

  /// A line through (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, color: FigureColor? = nil,
    dash: Dash? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      data: SeriesData.points(xs, ys, mark: "A Line", file: file, line: line), label: label,
      color: color, dash: dash)
  }

  /// A line through (0, ys[0]), (1, ys[1]), …
  public init(
    _ ys: [Double], label: String? = nil, color: FigureColor? = nil, dash: Dash? = nil
  ) {
    var data: [DataPoint] = []
    data.reserveCapacity(ys.count)
    for index in ys.indices { data.append(DataPoint(x: Double(index), y: ys[index])) }
    self.init(data: data, label: label, color: color, dash: dash)
  }

  /// A line through points.
  public init(
    points: [(Double, Double)], label: String? = nil, color: FigureColor? = nil, dash: Dash? = nil
  ) {
    self.init(data: SeriesData.points(points), label: label, color: color, dash: dash)
  }

  /// The graph of a function over a range, at evenly spaced places. Traps if there are fewer than
  /// two samples.
  public init(
    over range: ClosedRange<Double>, samples: Int = 200, label: String? = nil,
    color: FigureColor? = nil, dash: Dash? = nil, file: StaticString = #fileID,
    line: UInt = #line, _ function: (Double) -> Double
  ) {
    if samples < 2 {
      refuse("A Line over a range needs two samples, not \(samples).", file: file, line: line)
    }
    var data: [DataPoint] = []
    data.reserveCapacity(samples)
    for x in SeriesData.samples(range, count: samples) {
      data.append(DataPoint(x: x, y: function(x)))
    }
    self.init(data: data, label: label, color: color, dash: dash)
  }

  private init(data: [DataPoint], label: String?, color: FigureColor?, dash: Dash?) {
    layers = [Plot.Layer(geometry: .polyline(.init(data)), label: label, color: color, dash: dash)]
  }
}
