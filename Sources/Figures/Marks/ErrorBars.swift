/// An upright stroke from a lower to an upper value at each x, with short cross strokes at its ends;
/// or a level one at each y, which is then what comes first.
///
/// ```swift
/// ErrorBars(xs, means, errors: deviations, label: "mean ± s")
/// ErrorBars(xs, lower: low, upper: high)
/// ErrorBars(ys, means, errors: deviations, isHorizontal: true)   // from mean − s to mean + s, at y
/// ```
///
/// Over ``Bars`` the xs (or the ys, where these are horizontal) are 0, 1, 2, …
public struct ErrorBars: Mark {
  /// The strokes.
  public let layers: [Plot.Layer]

  /// Strokes from ys[i] − errors[i] to ys[i] + errors[i] at xs[i]; with `isHorizontal`, the other way
  /// round: along the horizontal axis, at xs[i] on the vertical one. Traps if the counts differ or an
  /// error is negative.
  public init(
    _ xs: [Double], _ ys: [Double], errors: [Double], label: String? = nil,
    color: FigureColor? = nil, isHorizontal: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    if ys.count != xs.count || errors.count != xs.count {
      refuse(
        "ErrorBars need a y and an error for each x, but there are \(xs.count) xs, \(ys.count) ys "
          + "and \(errors.count) errors.", file: file, line: line)
    }
    for error in errors where error < 0 {
      refuse("An error of ErrorBars is negative: \(numeral(error)).", file: file, line: line)
    }
    self.init(
      xs, lower: zip(ys, errors).map { $0 - $1 }, upper: zip(ys, errors).map { $0 + $1 },
      label: label, color: color, isHorizontal: isHorizontal, file: file, line: line)
  }

  /// Strokes from lower[i] to upper[i] at xs[i], or, with `isHorizontal`, at xs[i] on the vertical
  /// axis. Traps if the counts differ.
  public init(
    _ xs: [Double], lower: [Double], upper: [Double], label: String? = nil,
    color: FigureColor? = nil, isHorizontal: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    if lower.count != xs.count || upper.count != xs.count {
      refuse(
        "ErrorBars need a lower and an upper value for each x, but there are \(xs.count) xs, "
          + "\(lower.count) lower and \(upper.count) upper values.", file: file, line: line)
    }
    var segments: [Segment] = []
    for index in xs.indices {
      segments.append(
        Segment(
          start: DataPoint(across: xs[index], along: lower[index], isHorizontal: isHorizontal),
          end: DataPoint(across: xs[index], along: upper[index], isHorizontal: isHorizontal)))
    }
    layers = [
      Plot.Layer(
        geometry: .segments(.init(segments, ends: .caps(7, isHorizontal: isHorizontal))),
        label: label,
        color: color)
    ]
  }
}
