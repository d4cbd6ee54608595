/// One axis of a plot: its title, scale, and what it covers.
///
/// ```swift
/// Axis("step")
/// Axis("loss", scale: .logarithmic)
/// Axis("w₁", in: -2...2, ticks: [-2, 0, 2])
/// ```
public struct Axis: Sendable {
  /// How values become places.
  public enum Scale: Sendable {
    /// Equal differences, equal distances.
    case linear
    /// Equal ratios, equal distances. Values that are not positive have no place on it: they are
    /// left out as gaps, and the figure's description says how many.
    case logarithmic
  }

  var title: String
  var scale: Scale
  var range: ClosedRange<Double>?
  var ticks: [Double]?

  /// - Parameters:
  ///   - title: What is measured, with its unit; may be empty.
  ///   - scale: Linear or logarithmic.
  ///   - range: What the axis covers; by default what the marks need.
  ///   - ticks: Where the ticks are; by default at round numbers.
  public init(
    _ title: String = "", scale: Scale = .linear, in range: ClosedRange<Double>? = nil,
    ticks: [Double]? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    if let range {
      if range.lowerBound < -1e300 || range.upperBound > 1e300 {
        refuse(
          "The range of the axis “\(title)” must lie between −10³⁰⁰ and 10³⁰⁰.", file: file,
          line: line)
      }
      if case .logarithmic = scale, range.lowerBound < 1e-300 {
        refuse(
          "A logarithmic axis has room for positive numbers only, but “\(title)” starts at "
            + "\(numeral(range.lowerBound)).", file: file, line: line)
      }
    }
    self.title = title
    self.scale = scale
    self.range = range
    self.ticks = ticks
  }

  /// Whether a value has a place on the axis. What is beyond 10³⁰⁰ in size counts as infinite, so
  /// that differences and ratios stay finite.
  func admits(_ value: Double) -> Bool {
    guard value.magnitude <= 1e300 else { return false }
    switch scale {
    case .linear: return true
    case .logarithmic: return value >= 1e-300
    }
  }
}
