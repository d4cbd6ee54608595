/// Coordinates as text: at most two decimals, no trailing zeros, no exponent, no minus zero.
enum FixedPoint {
  /// The number with at most `decimals` (0, 1 or 2) decimals, for an SVG attribute.
  static func text(_ value: Double, decimals: Int = 2) -> String {
    let units = decimals == 0 ? 1 : decimals == 1 ? 10 : 100
    return text(hundredths: scaled(value, by: units) * (100 / units))
  }

  /// value · units, rounded to an integer; values beyond ±10⁷ stop there.
  static func scaled(_ value: Double, by units: Int) -> Int {
    guard value == value else { return 0 }
    let limit = 10_000_000.0
    let clamped = value < -limit ? -limit : value > limit ? limit : value
    return Int((clamped * Double(units)).roundedToNearest)
  }

  /// A count of hundredths as a decimal number.
  static func text(hundredths: Int) -> String {
    var result = hundredths < 0 ? "-" : ""
    let size = hundredths.magnitude
    let fraction = size % 100
    if size >= 100 || fraction == 0 { result += integer(size / 100) }
    if fraction != 0 {
      result += "."
      result += integer(fraction / 10)
      if fraction % 10 != 0 { result += integer(fraction % 10) }
    }
    return result
  }

  private static func integer(_ value: UInt) -> String { String(value) }
}
