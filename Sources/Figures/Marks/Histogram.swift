/// How many values fall into each of some bins, whose edges are round numbers. Several histograms
/// in one plot are seen through each other.
///
/// ```swift
/// Histogram(gradients, label: "layer 1")
/// Histogram(samples, bins: 40, isDensity: true)
/// Histogram(outputs, isHorizontal: true)   // values on the vertical axis
/// ```
///
/// Values that are not finite are left out, and the description says how many.
public struct Histogram: Mark {
  /// The bars, one a bin.
  public let layers: [Plot.Layer]

  /// The bins of a sample.
  ///
  /// - Parameters:
  ///   - values: The sample, in any order.
  ///   - bins: About how many bins; by default what the rule of Freedman and Diaconis says.
  ///   - isDensity: Whether the bars' areas add up to 1, as those under ``Density`` do.
  ///   - label: The name in the legend.
  ///   - color: By default the next series colour.
  ///   - isHorizontal: Whether values are on the vertical axis.
  public init(
    _ values: [Double], bins: Int? = nil, isDensity: Bool = false, label: String? = nil,
    color: FigureColor? = nil, isHorizontal: Bool = false
  ) {
    let sample = Sample(values)
    let bins = HistogramBins(sample, count: bins)
    var bars: [Bar] = []
    for (index, count) in bins.counts.enumerated() {
      let height =
        isDensity
        ? Double(count) / (Double(sample.values.count) * bins.width) : Double(count)
      bars.append(
        Bar(near: bins.edge(index), far: bins.edge(index + 1), base: 0, value: height))
    }
    var layer = Plot.Layer(
      geometry: .bars(.init(bars, isHorizontal: isHorizontal)), label: label, color: color)
    layer.isTinted = true
    layer.notes = sample.notes
    if !bars.isEmpty, bars.count <= Table.rowLimit {
      // A bin begins where the one before ends, and with the same text.
      let edges = NumberText.distinct(bars.flatMap { [$0.near, $0.far] })
      layer.table = Table(
        "Bins", columns: ["from", "to", isDensity ? "density" : "count"],
        cells: bars.enumerated().map { index, bar in
          [
            .number(bar.near, text: edges[2 * index]), .number(bar.far, text: edges[2 * index + 1]),
            .number(bar.value),
          ]
        })
    }
    layers = [layer]
  }
}
