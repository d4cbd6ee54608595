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

    mutating func include(_ value: Double) {
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
    if let range = axis.range {
      return widened(range.lowerBound, range.upperBound, scale: axis.scale)
    }
    if extent.tightLower < extent.tightUpper { return (extent.tightLower, extent.tightUpper) }
    guard extent.lower <= extent.upper else {
      switch axis.scale {
      case .linear: return (0, 1)
      case .logarithmic: return (1, 10)
      }
    }
    let (lower, upper) = widened(extent.lower, extent.upper, scale: axis.scale)
    switch axis.scale {
    case .linear:
      let room = (upper - lower) * padding
      if reachingZero, extent.lower >= 0, extent.lower < 0.3 * extent.upper {
        return (0, upper + room)
      }
      return (lower - room, upper + room)
    case .logarithmic:
      let low = Decimal.logarithm(lower)
      let high = Decimal.logarithm(upper)
      let room = (high - low) * padding
      return (tenTo(max(low - room, -300)), tenTo(min(high + room, 300)))
    }
  }

  /// A domain that is not empty: equal ends move apart.
  private static func widened(
    _ lower: Double, _ upper: Double, scale: Axis.Scale
  ) -> (lower: Double, upper: Double) {
    switch scale {
    case .linear:
      let size = max(lower.magnitude, upper.magnitude)
      if upper - lower > max(size * 1e-12, 1e-290) { return (lower, upper) }
      let half = size < 1e-280 ? 1 : size / 2
      return (lower - half, upper + half)
    case .logarithmic:
      return upper > lower * (1 + 1e-12) ? (lower, upper) : (lower / 2, upper * 2)
    }
  }

  /// 10ˣ, near enough for the end of an axis: between powers of ten by e^y as a series.
  static func tenTo(_ exponent: Double) -> Double {
    let whole = exponent.roundedDown
    let y = (exponent - whole) * 2.302585092994046
    var sum = 1.0
    var index = 24
    while index >= 1 {
      sum = 1 + y / Double(index) * sum
      index -= 1
    }
    return Decimal.power(Int(whole)) * sum
  }
}
