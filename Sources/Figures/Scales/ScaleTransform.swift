extension Axis.Scale {
  /// Where a value stands on a ruler on which equal lengths are equal distances of the axis; NaN
  /// where it has no place.
  func transformed(_ value: Double) -> Double {
    guard value.hasPlace else { return .nan }
    switch self {
    case .linear, .time: return value
    case .logarithmic:
      return value >= .leastLogarithmicPlace ? Decimal.logarithm(value) : .nan
    case .symmetricLogarithmic(let threshold):
      let place = Decimal.logarithmOfOnePlus(value.magnitude / threshold) * 0.4342944819032518
      return value < 0 ? -place : place
    case .power(let exponent): return Decimal.signedPower(value, exponent)
    }
  }

  /// The value at a place.
  func value(at place: Double) -> Double {
    switch self {
    case .linear, .time: return place
    case .logarithmic: return Decimal.tenTo(place < -300 ? -300 : place > 300 ? 300 : place)
    case .symmetricLogarithmic(let threshold):
      let value = threshold * Decimal.exponentialMinusOne(place.magnitude * 2.302585092994046)
      return place < 0 ? -value : value
    case .power(let exponent): return Decimal.signedPower(place, 1 / exponent)
    }
  }
}
