/// A tinted band between two lines, or the mean of several runs with their spread.
///
/// ```swift
/// Band(runs: lossesOfSeeds, label: "Adam")                 // mean ± standard deviation
/// Band(xs, lower: p05, upper: p95, label: "90 %")
/// ```
public struct Band: Mark {
  /// How far a band of runs reaches.
  public enum Spread: Equatable, Sendable {
    /// The mean, and a standard deviation (with n − 1) on both sides.
    case standardDeviation
    /// The mean, and its standard error on both sides.
    case standardError
    /// The median, from the first to the third quartile.
    case quartiles
    /// The median, from the least to the greatest value.
    case range
  }

  /// The band, then the line in its middle if there is one.
  public let layers: [Plot.Layer]

  /// The band from lower[i] to upper[i] over xs[i]. Traps if the counts differ.
  public init(
    _ xs: [Double], lower: [Double], upper: [Double], label: String? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    if lower.count != xs.count || upper.count != xs.count {
      refuse(
        "A Band needs a lower and an upper value for each x, but there are \(xs.count) xs, "
          + "\(lower.count) lower and \(upper.count) upper values.", file: file, line: line)
    }
    var ribbon: [RibbonPoint] = []
    ribbon.reserveCapacity(xs.count)
    for index in xs.indices {
      ribbon.append(RibbonPoint(x: xs[index], lower: lower[index], upper: upper[index]))
    }
    layers = [Plot.Layer(geometry: .ribbon(.init(ribbon)), label: label, color: color)]
  }

  /// The middle of several runs as a line, and their spread as a band around it. What is not finite
  /// in one run is left out at that step; a step without any value is a gap.
  ///
  /// - Parameters:
  ///   - runs: One array of values a run, all of one length; traps if they are ragged.
  ///   - xs: Where the values stand; by default 0, 1, 2, …
  ///   - spread: What the line and the band say.
  ///   - label: The name in the legend.
  ///   - color: By default the next series colour.
  public init(
    runs: [[Double]], at xs: [Double]? = nil, spread: Spread = .standardDeviation,
    label: String? = nil, color: FigureColor? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    let count = xs?.count ?? runs.first?.count ?? 0
    for (index, run) in runs.enumerated() where run.count != count {
      refuse(
        "The runs of a Band are ragged: \(count) values are expected, but run \(index + 1) has "
          + "\(run.count).", file: file, line: line)
    }
    var ribbon: [RibbonPoint] = []
    var middle: [DataPoint] = []
    var dropped = 0
    for step in 0..<count {
      let sample = Sample(runs.map { $0[step] })
      dropped += sample.dropped
      let (center, lower, upper) = Band.summary(sample, spread)
      let x = xs?[step] ?? Double(step)
      ribbon.append(RibbonPoint(x: x, lower: lower, upper: upper))
      middle.append(DataPoint(x: x, y: center))
    }
    var center = Plot.Layer(geometry: .polyline(.init(middle)), label: label, color: color)
    center.joins = true
    if dropped > 0 {
      center.notes = [
        dropped == 1
          ? "One value of a run is not finite and is left out."
          : numeral(Double(dropped), digits: 15)
            + " values of runs are not finite and are left out."
      ]
    }
    layers = [Plot.Layer(geometry: .ribbon(.init(ribbon)), label: label, color: color), center]
  }

  private static func summary(_ sample: Sample, _ spread: Spread) -> (Double, Double, Double) {
    switch spread {
    case .standardDeviation, .standardError:
      let mean = sample.mean
      var reach = sample.standardDeviation
      if spread == .standardError {
        reach /= Decimal.squareRoot(Double(max(1, sample.values.count)))
      }
      return (mean, mean - reach, mean + reach)
    case .quartiles:
      return (sample.quantile(0.5), sample.quantile(0.25), sample.quantile(0.75))
    case .range: return (sample.quantile(0.5), sample.quantile(0), sample.quantile(1))
    }
  }
}
