/// A part of the plot, drawn larger in a corner, with its place outlined.
///
/// ```swift
/// Inset(x: 40...50, y: 0.01...0.02)
/// Inset(x: 0...1, y: 0...5, at: .bottomRight)
/// ```
public struct Inset: Mark {
  /// Where an inset lies.
  public enum Corner: Equatable, Sendable {
    /// The corner in which it covers least.
    case automatic
    /// At the top, beside the vertical axis.
    case topLeft
    /// At the top right.
    case topRight
    /// Where the axes meet.
    case bottomLeft
    /// At the bottom right.
    case bottomRight
  }

  /// The part that is drawn larger.
  public let layers: [Plot.Layer]

  /// A part of the plot, enlarged.
  ///
  /// - Parameters:
  ///   - x: The part of the horizontal axis; traps if it is empty or not finite.
  ///   - y: The part of the vertical axis.
  ///   - corner: Where the inset lies.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, at corner: Corner = .automatic,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    SeriesData.requireRoom([x, y], mark: "An Inset needs", file: file, line: line)
    layers = [Plot.Layer(geometry: .inset(.init(x: x, y: y, corner: corner)))]
  }
}
