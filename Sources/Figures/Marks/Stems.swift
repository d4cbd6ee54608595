/// An upright stroke from a base line to each point, with a symbol at its end: kernels,
/// coefficients, spectra.
///
/// ```swift
/// Stems(lags, correlations)
/// ```
public struct Stems: Mark {
  public let layers: [Plot.Layer]

  /// Stems from a base line to (xs[i], ys[i]). Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], from base: Double = 0, label: String? = nil,
    color: FigureColor? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    let points = SeriesData.points(xs, ys, mark: "Stems", file: file, line: line)
    var segments: [Segment] = []
    for point in points where point.isFinite {
      segments.append(Segment(start: DataPoint(x: point.x, y: base), end: point))
    }
    var strokes = Plot.Layer(
      geometry: .segments(segments, ends: .plain), label: label, color: color)
    strokes.joins = true
    layers = [Plot.Layer(geometry: .symbols(points), label: label, color: color), strokes]
  }
}
