@testable import Figures

extension Surface: Labelled {}

extension Gallery {
  /// Functions of two variables as surfaces.
  static let surfaces: [(name: String, figure: any Figure & Labelled)] = [
    ("surface-saddle", surfaceSaddle), ("monkey", monkey), ("surface-ravine", surfaceRavine),
  ]

  private static func way(
    rate: Double, momentum: Double, start: (Double, Double), curvature: (Double, Double), steps: Int
  ) -> [(Double, Double)] {
    var point = start
    var velocity = (0.0, 0.0)
    var result = [point]
    for _ in 0..<steps {
      velocity.0 = momentum * velocity.0 + curvature.0 * point.0
      velocity.1 = momentum * velocity.1 + curvature.1 * point.1
      point.0 -= rate * velocity.0
      point.1 -= rate * velocity.1
      result.append(point)
    }
    return result
  }

  static let surfaceSaddle = Surface(
    "Leaving a saddle", alt: "Two paths approach the saddle point and leave on opposite sides.",
    x: -1...1, y: -1...1, titles: ("x", "y", "x² − y²")
  ) {
    $0 * $0 - $1 * $1
  } marks: {
    for (start, label) in [(0.01, "to the left"), (-0.02, "to the right")] {
      Path(
        points: way(
          rate: 0.06, momentum: 0.3, start: (0.95, start), curvature: (2, -2), steps: 34),
        label: label)
    }
    Annotation("saddle point", at: (0, 0))
  }

  static let monkey = Surface(
    "A monkey saddle", alt: "Three valleys and three ridges meet in a point.", x: -1...1,
    y: -1...1, titles: ("x", "y", "x³ − 3xy²"), azimuth: 20, elevation: 38,
    height: { $0 * $0 * $0 - 3 * $0 * $1 * $1 })

  static let surfaceRavine = Surface(
    "A ravine", alt: "Plain descent zigzags between the walls; momentum runs along the bottom.",
    x: -2...2, y: -1...1, titles: ("w₁", "w₂", "loss"), azimuth: -40
  ) {
    $0 * $0 + 10 * $1 * $1
  } marks: {
    Path(
      points: way(rate: 0.09, momentum: 0, start: (-1.8, 0.9), curvature: (2, 20), steps: 20),
      label: "plain")
    Path(
      points: way(rate: 0.03, momentum: 0.6, start: (-1.8, 0.9), curvature: (2, 20), steps: 30),
      label: "momentum")
  }
}
