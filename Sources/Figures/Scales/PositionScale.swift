/// Data to pixels along one axis.
struct PositionScale: Sendable {
  let isLogarithmic: Bool
  /// What the axis covers, in data.
  let lower: Double
  let upper: Double
  /// Where it does, in pixels.
  let start: Double
  let end: Double

  private let base: Double
  private let factor: Double

  init(scale: Axis.Scale, lower: Double, upper: Double, start: Double, end: Double) {
    self.lower = lower
    self.upper = upper
    self.start = start
    self.end = end
    switch scale {
    case .linear:
      isLogarithmic = false
      base = lower
      factor = (end - start) / (upper - lower)
    case .logarithmic:
      isLogarithmic = true
      base = Decimal.logarithm(lower)
      factor = (end - start) / (Decimal.logarithm(upper) - base)
    }
  }

  /// The pixel of a value; NaN for one that has no place.
  func position(_ value: Double) -> Double {
    if isLogarithmic {
      guard value >= 1e-300, value <= 1e300 else { return .nan }
      return start + (Decimal.logarithm(value) - base) * factor
    }
    guard value.magnitude <= 1e300 else { return .nan }
    return start + (value - base) * factor
  }
}
