/// The ways that follow a field, evenly spaced, with an arrow head on each.
///
/// ```swift
/// Streamlines(x: -2...2, y: -2...2) { x, y in (-x, y) }
/// ```
///
/// Each line is followed by Runge and Kutta's method of fourth order until it leaves the domain,
/// comes to rest or comes near another. Source: Jobard and Lefer, Creating Evenly-Spaced Streamlines
/// of Arbitrary Density, 1997.
public struct Streamlines: Mark {
  /// The lines.
  public let layers: [Plot.Layer]

  /// At most 400 lines of at most 2001 points each; the field is called four times a point.
  ///
  /// - Parameters:
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - density: How dense the lines are, 0.2 to 5; 1 leaves about a twentieth of the width between.
  ///   - label: The name in the legend.
  ///   - color: Of all lines.
  ///   - field: The vector at (x, y).
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, density: Double = 1, label: String? = nil,
    color: FigureColor = .text, file: StaticString = #fileID, line: UInt = #line,
    _ field: (Double, Double) -> (Double, Double)
  ) {
    if !(density >= 0.2 && density <= 5) {
      refuse(
        "Streamlines have a density from 0.2 to 5, not \(numeral(density)).", file: file, line: line
      )
    }
    SeriesData.requireRoom([x, y], mark: "Streamlines need", file: file, line: line)
    var tracer = StreamTracer(x: x, y: y, spacing: 0.052 / density)
    layers = [
      Plot.Layer(
        geometry: .streams(.init(lines: tracer.lines(field), x: x, y: y)), label: label,
        color: color)
    ]
  }
}

/// Follows a field in the unit square.
struct StreamTracer {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// Between lines, in widths of the domain.
  let spacing: Double
  /// Points of lines by cell of the size of the spacing.
  private var cells: [[(Double, Double)]]
  private let side: Int

  init(x: ClosedRange<Double>, y: ClosedRange<Double>, spacing: Double) {
    self.x = x
    self.y = y
    self.spacing = spacing
    side = Int(1 / spacing) + 1
    cells = Array(repeating: [], count: side * side)
  }

  /// The lines in data coordinates.
  mutating func lines(_ field: (Double, Double) -> (Double, Double)) -> [[DataPoint]] {
    var result: [[DataPoint]] = []
    var pending: [(Double, Double)] = []
    // Seeds on a grid start what the seeds beside lines do not reach.
    var seeds: [(Double, Double)] = []
    let count = side * 2
    for row in 0..<count {
      for column in 0..<count {
        seeds.append(((Double(column) + 0.5) / Double(count), (Double(row) + 0.5) / Double(count)))
      }
    }
    var next = 0
    // From the middle outwards looks more even than from a corner.
    let middle = seeds.count / 2 + count / 2
    while true {
      let seed: (Double, Double)
      if !pending.isEmpty {
        seed = pending.removeFirst()
      } else if next < seeds.count {
        seed = seeds[(middle + next) % seeds.count]
        next += 1
      } else {
        break
      }
      if result.count >= 400 { break }
      guard isFree(seed, within: spacing) else { continue }
      var line = follow(seed, field, sign: -1).reversed() + [seed]
      line += follow(seed, field, sign: 1)
      var length = 0.0
      for index in line.indices.dropFirst() {
        length += StreamTracer.distance(line[index - 1], line[index])
      }
      guard length > spacing * 1.5 else { continue }
      for point in line { insert(point) }
      for index in stride(from: 0, to: line.count, by: 6) where index + 1 < line.count {
        let (a, b) = (line[index], line[index + 1])
        let size = max(StreamTracer.distance(a, b), 1e-12)
        let (nx, ny) = (-(b.1 - a.1) / size, (b.0 - a.0) / size)
        for side in [spacing * 1.05, -spacing * 1.05] {
          pending.append((a.0 + nx * side, a.1 + ny * side))
        }
      }
      result.append(
        line.map { point in
          DataPoint(
            x: x.lowerBound + (x.upperBound - x.lowerBound) * point.0,
            y: y.lowerBound + (y.upperBound - y.lowerBound) * point.1)
        })
    }
    return result
  }

  private static func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
  }

  /// The direction of the field in the unit square, or nil where it rests or is not finite.
  private func direction(
    _ point: (Double, Double), _ field: (Double, Double) -> (Double, Double)
  ) -> (Double, Double)? {
    let width = x.upperBound - x.lowerBound
    let height = y.upperBound - y.lowerBound
    let (dx, dy) = field(x.lowerBound + width * point.0, y.lowerBound + height * point.1)
    let (u, v) = (dx / width, dy / height)
    let size = (u * u + v * v).squareRoot()
    guard size.isFinite, size > 1e-12 else { return nil }
    return (u / size, v / size)
  }

  private func follow(
    _ seed: (Double, Double), _ field: (Double, Double) -> (Double, Double), sign: Double
  ) -> [(Double, Double)] {
    let step = spacing * 0.2 * sign
    var result: [(Double, Double)] = []
    var point = seed
    while result.count < 1000 {
      func at(_ k: (Double, Double), _ share: Double) -> (Double, Double)? {
        direction((point.0 + k.0 * step * share, point.1 + k.1 * step * share), field)
      }
      guard let k1 = direction(point, field), let k2 = at(k1, 0.5), let k3 = at(k2, 0.5),
        let k4 = at(k3, 1)
      else { break }
      let move = (
        (k1.0 + 2 * k2.0 + 2 * k3.0 + k4.0) / 6, (k1.1 + 2 * k2.1 + 2 * k3.1 + k4.1) / 6
      )
      // Where directions turn within a step, the field comes to rest.
      if move.0 * move.0 + move.1 * move.1 < 0.25 { break }
      let next = (point.0 + step * move.0, point.1 + step * move.1)
      guard next.0 >= 0, next.0 <= 1, next.1 >= 0, next.1 <= 1,
        isFree(next, within: spacing * 0.55)
      else { break }
      // A line that comes back to itself is closed.
      if result.count > 12, StreamTracer.distance(next, seed) < spacing * 0.2 {
        result.append(seed)
        break
      }
      result.append(next)
      point = next
    }
    return result
  }

  private func cell(_ value: Double) -> Int { max(0, min(side - 1, Int(value * Double(side)))) }

  private mutating func insert(_ point: (Double, Double)) {
    cells[cell(point.1) * side + cell(point.0)].append(point)
  }

  private func isFree(_ point: (Double, Double), within distance: Double) -> Bool {
    guard point.0 >= 0, point.0 <= 1, point.1 >= 0, point.1 <= 1 else { return false }
    let column = cell(point.0)
    let row = cell(point.1)
    for r in max(0, row - 1)...min(side - 1, row + 1) {
      for c in max(0, column - 1)...min(side - 1, column + 1) {
        for other in cells[r * side + c] where StreamTracer.distance(point, other) < distance {
          return false
        }
      }
    }
    return true
  }
}
