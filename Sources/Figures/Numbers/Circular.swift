/// Sines and cosines of angles in degrees, with the same bits on every platform.
enum Circular {
  /// sin of an angle in degrees, within a few ulp of its size; exact at multiples of 90.
  static func sine(_ degrees: Double) -> Double {
    var angle = degrees - (degrees / 360).roundedDown * 360
    var sign = 1.0
    if angle >= 180 {
      angle -= 180
      sign = -1
    }
    if angle > 90 { angle = 180 - angle }
    // 0 … 90; beyond 45 the cosine's series is shorter.
    return sign * (angle <= 45 ? sineSeries(angle) : cosineSeries(90 - angle))
  }

  /// cos of an angle in degrees.
  static func cosine(_ degrees: Double) -> Double { sine(degrees + 90) }

  private static let radian = 0.017453292519943295

  private static func sineSeries(_ degrees: Double) -> Double {
    let x = degrees * radian
    var sum = 1.0
    var index = 20
    while index >= 2 {
      sum = 1 - x * x / Double(index * (index + 1)) * sum
      index -= 2
    }
    return x * sum
  }

  private static func cosineSeries(_ degrees: Double) -> Double {
    let x = degrees * radian
    var sum = 1.0
    var index = 21
    while index >= 1 {
      sum = 1 - x * x / Double(index * (index + 1)) * sum
      index -= 2
    }
    return sum
  }
}
