/// An upright stroke from a base line to each point, with a symbol at its end: kernels,
/// coefficients, spectra. Level ones start at a vertical base line.
///
/// ```swift
/// Stems(lags, correlations)
/// Stems([0, 1, 2], scores, isHorizontal: true)   // with names on the vertical axis, a dot chart
/// ```
public struct Stems: Mark {
  /// The symbols, and the strokes below them.
  public let layers: [Plot.Layer]

  /// Stems from a base line to (xs[i], ys[i]); with `isHorizontal`, to ys[i] on the horizontal axis, at
  /// xs[i] on the vertical one. Traps if the counts differ.
  public init(
    _ xs: [Double], _ ys: [Double], from base: Double = 0, label: String? = nil,
    color: FigureColor? = nil, isHorizontal: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    var points = SeriesData.points(xs, ys, mark: "Stems", file: file, line: line)
    var segments: [Segment] = []
    for (index, point) in points.enumerated() {
      let end = DataPoint(across: point.x, along: point.y, isHorizontal: isHorizontal)
      let start = DataPoint(across: point.x, along: base, isHorizontal: isHorizontal)
      points[index] = end
      if end.isFinite { segments.append(Segment(start: start, end: end)) }
    }
    var strokes = Plot.Layer(
      geometry: .segments(.init(segments, ends: .plain)), label: label, color: color)
    strokes.joins = true
    strokes.standsOnZero = base == 0
    layers = [Plot.Layer(geometry: .symbols(.init(points)), label: label, color: color), strokes]
  }
}
