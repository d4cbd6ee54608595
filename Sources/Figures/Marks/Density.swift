/// The density from which a sample may have come, estimated with a Gaussian kernel: a smooth
/// histogram whose area is 1.
///
/// ```swift
/// Density(activations, label: "after training")
/// ```
///
/// Values that are not finite are left out, and the description says how many.
public struct Density: Mark {
  /// The area below the curve, and the curve.
  public let layers: [Plot.Layer]

  /// The density of a sample, at 201 places. The cost grows with the size of the sample, not with its
  /// square.
  ///
  /// - Parameters:
  ///   - values: The sample, in any order.
  ///   - bandwidth: The standard deviation of the kernel; by default Silverman's rule of thumb.
  ///     Traps if it is not positive.
  ///   - label: The name in the legend.
  ///   - color: By default the next series colour.
  public init(
    _ values: [Double], bandwidth: Double? = nil, label: String? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    if let bandwidth, !(bandwidth > 0 && bandwidth.isFinite) {
      refuse(
        "A Density needs a positive bandwidth, not \(numeral(bandwidth)).", file: file, line: line)
    }
    let sample = Sample(values)
    let curve = KernelDensity.curve(
      sample, bandwidth: bandwidth ?? KernelDensity.bandwidth(sample))
    var area = Plot.Layer(
      geometry: .ribbon(.init(curve.map { RibbonPoint(x: $0.x, lower: 0, upper: $0.y) })),
      label: label,
      color: color)
    area.notes = sample.notes
    var edge = Plot.Layer(geometry: .polyline(.init(curve)), label: label, color: color)
    edge.joins = true
    layers = [area, edge]
  }
}
