/// Words at a point, set where they cover least, with a thin leader when they stand apart from it.
///
/// ```swift
/// Annotation("minimum", at: (1, 2))
/// Annotation("it diverges from here", at: (12, 3.5), marked: false)
/// ```
public struct Annotation: Mark {
  /// The words, and the cross if there is one.
  public let layers: [Plot.Layer]

  /// Words at a point.
  ///
  /// - Parameters:
  ///   - text: The words; traps if they are empty.
  ///   - point: The point in data coordinates; traps if it is not finite.
  ///   - marked: Whether a small cross marks the point itself.
  ///   - color: Of the words, the cross and the leader.
  public init(
    _ text: String, at point: (Double, Double), marked: Bool = true, color: FigureColor = .text,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    if text.isEmpty { refuse("An Annotation needs words.", file: file, line: line) }
    if !point.0.isFinite || !point.1.isFinite {
      refuse(
        "The Annotation “\(text)” needs a finite point, not "
          + "(\(numeral(point.0)), \(numeral(point.1))).", file: file, line: line)
    }
    layers = [
      Plot.Layer(
        geometry: .note(.init(DataPoint(x: point.0, y: point.1), isMarked: marked)), label: text,
        color: color)
    ]
  }
}
