/// One axis of a plot: its title, scale, and what it covers.
///
/// ```swift
/// Axis("step")
/// Axis("loss", scale: .logarithmic)
/// Axis("w₁", in: -2...2, ticks: [-2, 0, 2])
/// Axis("optimizer", categories: ["SGD", "momentum", "Adam"])
/// ```
public struct Axis: Sendable {
  /// How values become places.
  public enum Scale: Equatable, Sendable {
    /// Equal differences, equal distances.
    case linear
    /// Equal ratios, equal distances. Values that are not positive have no place on it: they are
    /// left out as gaps, and the figure's description says how many.
    case logarithmic
    /// sign(x) · log₁₀(1 + |x| / threshold): linear around zero, logarithmic far from it, for what
    /// spans decades on both sides. Source: Webber, A bi-symmetric log transformation for
    /// wide-range data, Measurement Science and Technology 24, 2013.
    case symmetricLogarithmic(threshold: Double = 1)
    /// sign(x) · |x|ᵖ, such as 0.5 for a square root.
    case power(Double)
    /// Seconds since the beginning of 1970 in UTC (see
    /// ``Axis/seconds(year:month:day:hour:minute:second:)``), with ticks at whole years, months,
    /// days, hours, minutes or seconds.
    case time
  }

  var title: String
  var scale: Scale
  var range: ClosedRange<Double>?
  var ticks: [Double]?
  var labels: [String]?
  /// The names at 0, 1, 2, …, or nil for an axis of numbers.
  var categories: [String]?

  /// An axis of numbers or times. Traps if the range has no place on the scale, if a threshold
  /// or power is out of bounds, or if there is not one label for each tick given.
  ///
  /// - Parameters:
  ///   - title: What is measured, with its unit; may be empty.
  ///   - scale: How values become places.
  ///   - range: What the axis covers; by default what the marks need.
  ///   - ticks: Where the ticks are; by default at round numbers.
  ///   - labels: What stands beside the ticks given, one each; by default their values.
  public init(
    _ title: String = "", scale: Scale = .linear, in range: ClosedRange<Double>? = nil,
    ticks: [Double]? = nil, labels: [String]? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    if let range {
      if range.lowerBound < -.greatestPlace || range.upperBound > .greatestPlace {
        refuse(
          "The range of the axis “\(title)” must lie between −10³⁰⁰ and 10³⁰⁰.", file: file,
          line: line)
      }
      if case .logarithmic = scale, range.lowerBound < .leastLogarithmicPlace {
        refuse(
          "A logarithmic axis has room for positive numbers only, but “\(title)” starts at "
            + "\(numeral(range.lowerBound)).", file: file, line: line)
      }
    }
    switch scale {
    case .symmetricLogarithmic(let threshold):
      if !(threshold >= .leastLogarithmicPlace && threshold <= .greatestPlace) {
        refuse(
          "The axis “\(title)” needs a positive threshold, not \(numeral(threshold)).",
          file: file, line: line)
      }
    case .power(let exponent):
      if !(exponent >= 0.05 && exponent <= 20) {
        refuse(
          "The axis “\(title)” needs a power from 0.05 to 20, not \(numeral(exponent)).",
          file: file, line: line)
      }
    default: break
    }
    if let labels, labels.count != ticks?.count ?? 0 {
      refuse(
        "The axis “\(title)” has \(ticks?.count ?? 0) ticks of its own, but \(labels.count) labels.",
        file: file, line: line)
    }
    self.title = title
    self.scale = scale
    self.range = range
    self.ticks = ticks
    self.labels = labels
  }

  /// An axis of names in equal bands, the first one at 0, the next at 1, and so on. A vertical one
  /// runs downwards, as a list does. Of names that have no room every second, fifth … is written,
  /// and the description says so.
  public init(_ title: String = "", categories: [String]) {
    self.title = title
    scale = .linear
    self.categories = categories
  }

  /// Whether a value has a place on the axis.
  func admits(_ value: Double) -> Bool {
    guard value.hasPlace else { return false }
    if case .logarithmic = scale { return value >= .leastLogarithmicPlace }
    return true
  }
}
