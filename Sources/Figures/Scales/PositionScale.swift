/// Data to pixels along one axis.
struct PositionScale: Sendable {
  let scale: Axis.Scale
  /// What the axis covers, in data.
  let lower: Double
  let upper: Double
  /// Where it does, in pixels.
  let start: Double
  let end: Double

  private let base: Double
  private let factor: Double

  init(scale: Axis.Scale, lower: Double, upper: Double, start: Double, end: Double) {
    self.scale = scale
    self.lower = lower
    self.upper = upper
    self.start = start
    self.end = end
    base = scale.transformed(lower)
    factor = (end - start) / (scale.transformed(upper) - base)
  }

  /// The pixel of a value; NaN for one that has no place.
  func position(_ value: Double) -> Double {
    if case .linear = scale {
      guard value.hasPlace else { return .nan }
      return start + (value - base) * factor
    }
    return start + (scale.transformed(value) - base) * factor
  }

  /// The value at a pixel.
  func value(at pixel: Double) -> Double { scale.value(at: base + (pixel - start) / factor) }
}
