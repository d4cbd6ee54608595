/// Heights of a function at the corners of square meshes, in a box where x and y run from −1 to 1
/// and heights from 0 to ``top``.
struct SurfaceMesh: Sendable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// What heights cover.
  let z: ClosedRange<Double>
  /// Meshes along each axis.
  let samples: Int
  /// Corner (i, j) is number j · (samples + 1) + i; NaN where the function is not finite.
  let heights: [Double]
  /// The height of the box.
  static let top = 1.1
  /// Corners without a height.
  let missing: Int
  /// Corners whose height was cut off.
  let cut: Int
  /// A finer grid, for the curves on the floor.
  let field: SampledField

  /// Lines of the finer grid along each axis.
  private static let fine = 49

  /// The finer grid, which does not depend on the meshes.
  static func field(
    x: ClosedRange<Double>, y: ClosedRange<Double>, height: (Double, Double) -> Double
  ) -> SampledField {
    let xs = SeriesData.samples(x, count: fine)
    let ys = SeriesData.samples(y, count: fine)
    var values: [Double] = []
    for v in ys {
      for u in xs { values.append(height(u, v)) }
    }
    return SampledField(xs: xs, ys: ys, values: values)
  }

  init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, zRange: ClosedRange<Double>?, samples: Int,
    field: SampledField, height: (Double, Double) -> Double
  ) {
    self.x = x
    self.y = y
    self.samples = samples
    self.field = field
    let us = SeriesData.samples(x, count: samples + 1)
    let vs = SeriesData.samples(y, count: samples + 1)
    var corners: [Double] = []
    for v in vs {
      for u in us { corners.append(height(u, v)) }
    }
    var lowest = Double.infinity
    var highest = -Double.infinity
    var missing = 0
    for value in corners {
      if !value.hasPlace {
        missing += 1
        continue
      }
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    if let zRange, zRange.upperBound > zRange.lowerBound, zRange.lowerBound.isFinite,
      zRange.upperBound.isFinite
    {
      z = zRange
    } else if lowest < highest {
      z = lowest...highest
    } else {
      let middle = lowest.isFinite ? lowest : 0
      z = (middle - 1)...(middle + 1)
    }
    self.missing = missing
    var cut = 0
    let span = z.upperBound - z.lowerBound
    var scaled: [Double] = []
    for value in corners {
      if !value.hasPlace {
        scaled.append(.nan)
        continue
      }
      let place = (value - z.lowerBound) / span
      if place < -1e-9 || place > 1 + 1e-9 { cut += 1 }
      scaled.append(max(0, min(1, place)) * SurfaceMesh.top)
    }
    self.cut = cut
    heights = scaled
  }

  /// The place of a grid line, from −1 to 1.
  func place(_ index: Int) -> Double { -1 + 2 * Double(index) / Double(samples) }

  func height(_ column: Int, _ row: Int) -> Double { heights[row * (samples + 1) + column] }

  /// A value as a height in the box.
  func scaled(_ value: Double) -> Double {
    if value != value { return .nan }
    let place = (value - z.lowerBound) / (z.upperBound - z.lowerBound)
    return max(0, min(1, place)) * SurfaceMesh.top
  }

  /// A coordinate in the box, from −1 to 1.
  func placeX(_ value: Double) -> Double {
    -1 + 2 * (value - x.lowerBound) / (x.upperBound - x.lowerBound)
  }

  func placeY(_ value: Double) -> Double {
    -1 + 2 * (value - y.lowerBound) / (y.upperBound - y.lowerBound)
  }

  /// Whether the surface hides a point of the box that lies on it.
  func hides(
    _ px: Double, _ py: Double, _ pz: Double, in view: SurfaceView,
    height: (Double, Double) -> Double
  ) -> Bool {
    let (dx, dy, rise) = view.towards
    let step = 0.02
    var travelled = step
    while travelled < 3 {
      let qx = px + dx * travelled
      let qy = py + dy * travelled
      if qx.magnitude > 1 || qy.magnitude > 1 { return false }
      let ray = pz + rise * travelled
      if ray > SurfaceMesh.top { return false }
      let u = x.lowerBound + (x.upperBound - x.lowerBound) * (qx + 1) / 2
      let v = y.lowerBound + (y.upperBound - y.lowerBound) * (qy + 1) / 2
      if scaled(height(u, v)) > ray + 0.012 { return true }
      travelled += step
    }
    return false
  }
}
