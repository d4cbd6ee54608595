/// An arrow at each point of a grid, in the direction of a field and as long as it is strong; the
/// strongest one is nearly as long as the grid is wide.
///
/// ```swift
/// VectorField(x: -2...2, y: -1...1) { x, y in (-2 * x, -20 * y) }
/// ```
///
/// Where the field is not finite there is no arrow, and the description says so; where it is zero
/// there is a dot. With `isDirectionOnly` all arrows have one length, for fields that span decades.
public struct VectorField: Mark {
  /// The arrows.
  public let layers: [Plot.Layer]

  /// Arrows on a grid; the field is called once for each.
  ///
  /// - Parameters:
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - count: Arrows along the horizontal axis, 2 to 60; as many along the other one as have the
  ///     same distance in a figure of the usual shape.
  ///   - isDirectionOnly: Whether all arrows have the same length.
  ///   - label: The name in the legend.
  ///   - color: Of all arrows.
  ///   - field: The vector at (x, y).
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, count: Int = 18, isDirectionOnly: Bool = false,
    label: String? = nil, color: FigureColor = .text, file: StaticString = #fileID,
    line: UInt = #line, _ field: (Double, Double) -> (Double, Double)
  ) {
    if count < 2 || count > 60 {
      refuse(
        "A VectorField has 2 to 60 arrows along an axis, not \(count).", file: file, line: line)
    }
    SeriesData.requireRoom([x, y], mark: "A VectorField needs", file: file, line: line)
    let rows = max(2, count * 5 / 8)
    var arrows: [FieldArrow] = []
    for row in 0..<rows {
      for column in 0..<count {
        let u =
          x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(count)
        let v = y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(rows)
        let (dx, dy) = field(u, v)
        arrows.append(FieldArrow(x: u, y: v, dx: dx, dy: dy))
      }
    }
    var layer = Plot.Layer(
      geometry: .field(
        .init(
          arrows: arrows, x: x, y: y, columns: count, rows: rows, isDirectionOnly: isDirectionOnly)),
      label: label, color: color)
    var missing = 0
    for arrow in arrows where !arrow.dx.isFinite || !arrow.dy.isFinite { missing += 1 }
    if missing > 0 {
      layer.notes = [
        missing == 1
          ? "One vector is not finite and is left out."
          : String(missing) + " vectors are not finite and are left out."
      ]
    }
    layers = [layer]
  }
}
