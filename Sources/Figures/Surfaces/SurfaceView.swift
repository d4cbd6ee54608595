/// A parallel projection of the box in which x and y run from −1 to 1.
struct SurfaceView: Sendable {
  private let sine: Double
  private let cosine: Double
  let rise: Double
  private let flat: Double

  init(azimuth: Double, elevation: Double) {
    sine = Circular.sine(azimuth)
    cosine = Circular.cosine(azimuth)
    rise = Circular.cosine(elevation)
    flat = Circular.sine(elevation)
  }

  /// To the right.
  func across(_ x: Double, _ y: Double) -> Double { x * cosine + y * sine }

  /// Away from the eye, along the ground.
  func away(_ x: Double, _ y: Double) -> Double { y * cosine - x * sine }

  /// Upwards on the picture.
  func up(_ x: Double, _ y: Double, _ z: Double) -> Double { z * rise + away(x, y) * flat }

  /// Whether a larger x is farther away.
  var xGrowsAway: Bool { -sine > 0 }

  /// Whether a larger y is farther away.
  var yGrowsAway: Bool { cosine > 0 }

  /// The step along the ground towards the eye, and by how much the line of sight rises with it.
  var towards: (x: Double, y: Double, rise: Double) { (sine, -cosine, flat / rise) }
}
