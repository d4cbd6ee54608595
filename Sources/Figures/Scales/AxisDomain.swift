/// What an axis covers when nothing was prescribed.
enum AxisDomain {
  /// The extent of the data along one axis.
  struct Extent: Sendable {
    /// Of all marks that stretch the axis.
    var lower = Double.infinity
    var upper = -Double.infinity
    /// Of the marks that fill their domain to its edges (contours).
    var tightLower = Double.infinity
    var tightUpper = -Double.infinity
    /// Whether something stands on zero, such as a bar.
    var isFromZero = false

    /// Whether all values are whole numbers.
    var isWhole = true

    mutating func include(_ value: Double) {
      if isWhole, value != value.roundedDown { isWhole = false }
      if value < lower { lower = value }
      if value > upper { upper = value }
    }

    mutating func includeTightly(_ range: ClosedRange<Double>) {
      if range.lowerBound < tightLower { tightLower = range.lowerBound }
      if range.upperBound > tightUpper { tightUpper = range.upperBound }
    }
  }

  /// The domain: what the marks need with a little room (`padding`, a share of the extent), never
  /// empty. Marks that fill their domain leave no room and decide alone. A vertical axis starts at
  /// zero when the data come near it.
  static func domain(
    of extent: Extent, axis: Axis, padding: Double, reachingZero: Bool
  ) -> (lower: Double, upper: Double) {
    if let categories = axis.categories {
      return (-0.5, Double(max(1, categories.count)) - 0.5)
    }
    if let range = axis.range {
      return widened(range.lowerBound, range.upperBound, scale: axis.scale)
    }
    if extent.tightLower < extent.tightUpper { return (extent.tightLower, extent.tightUpper) }
    guard extent.lower <= extent.upper else {
      if case .logarithmic = axis.scale { return (1, 10) }
      return (0, 1)
    }
    let (lower, upper) = widened(extent.lower, extent.upper, scale: axis.scale)
    switch axis.scale {
    case .linear, .time:
      let room = (upper - lower) * padding
      var low = lower - room
      var high = upper + room
      if extent.isFromZero || reachingZero && extent.lower < 0.3 * extent.upper {
        // What starts at zero stands on the axis.
        if extent.lower >= 0 { low = 0 }
        if extent.isFromZero, extent.upper <= 0, extent.lower < 0 { high = 0 }
      }
      return (low, high)
    case .logarithmic, .symmetricLogarithmic, .power:
      let low = axis.scale.transformed(lower)
      let high = axis.scale.transformed(upper)
      let room = (high - low) * padding
      var first = low - room
      if case .logarithmic = axis.scale {} else if extent.lower >= 0 { first = max(0, first) }
      return (axis.scale.value(at: first), axis.scale.value(at: high + room))
    }
  }

  /// A domain that is not empty: equal ends move apart.
  private static func widened(
    _ lower: Double, _ upper: Double, scale: Axis.Scale
  ) -> (lower: Double, upper: Double) {
    switch scale {
    case .linear, .time, .power, .symmetricLogarithmic:
      let size = max(lower.magnitude, upper.magnitude)
      if upper - lower > max(size * 1e-12, 1e-290) { return (lower, upper) }
      let half = size < 1e-280 ? 1 : size / 2
      return (lower - half, upper + half)
    case .logarithmic:
      return upper > lower * (1 + 1e-12) ? (lower, upper) : (lower / 2, upper * 2)
    }
  }
}
