/// The level curves of a function of two variables, over a tint that deepens towards low values.
/// The axes cover exactly the domain given here, unless they have ranges of their own.
///
/// ```swift
/// Contours(x: -2...2, y: -1...1, levels: 14) { x, y in x * x + 10 * y * y }
/// Contours(x: -2...2, y: -1...3, levels: [0.1, 1, 10, 100]) { x, y in rosenbrock(x, y) }
/// ```
///
/// The function is sampled on a grid, refined by cubic interpolation. Where it is NaN or infinite
/// it counts as above every level. A constant function has no level curves and draws nothing.
public struct Contours: Mark {
  /// How the levels are spread over the values that occur.
  public enum Spacing: Sendable {
    /// At multiples of a round step, zero among them.
    case linear
    /// Growing with the square of their number, so that a bowl has rings at equal distances.
    case quadratic
    /// Growing by a constant factor above the least value, over three decades.
    case logarithmic
  }

  public let layers: [Plot.Layer]

  /// About `levels` level curves.
  ///
  /// - Parameters:
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - levels: How many; traps if fewer than one.
  ///   - spacing: How they are spread.
  ///   - samples: Grid points along each axis, at least 8. The function is called samples² times.
  ///   - function: The function of (x, y).
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: Int = 12,
    spacing: Spacing = .linear, samples: Int = 64, file: StaticString = #fileID,
    line: UInt = #line, _ function: (Double, Double) -> Double
  ) {
    if levels < 1 {
      refuse("Contours need at least one level, not \(levels).", file: file, line: line)
    }
    let field = Contours.sample(x, y, samples, file: file, line: line, function)
    self.init(field, levels: Contours.levels(of: field, count: levels, spacing: spacing), x, y)
  }

  /// The curves at the levels given.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double], samples: Int = 64,
    file: StaticString = #fileID, line: UInt = #line, _ function: (Double, Double) -> Double
  ) {
    let field = Contours.sample(x, y, samples, file: file, line: line, function)
    self.init(field, levels: levels.filter { $0.isFinite }.sorted(), x, y)
  }

  private init(
    _ field: SampledField, levels: [Double], _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) {
    let fine = field.refined(by: field.xs.count < 100 ? 3 : 1)
    var regions: [[[DataPoint]]] = []
    for level in levels.reversed() {
      let loops = fine.loopsBelow(level)
      if !loops.isEmpty { regions.append(loops) }
    }
    layers = [Plot.Layer(geometry: .regions(regions, x: x, y: y))]
  }

  private static func sample(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ samples: Int, file: StaticString,
    line: UInt, _ function: (Double, Double) -> Double
  ) -> SampledField {
    if samples < 8 {
      refuse("Contours need a grid of at least 8 samples, not \(samples).", file: file, line: line)
    }
    for range in [x, y] {
      let width = range.upperBound - range.lowerBound
      if !width.isFinite || width <= 0 {
        refuse(
          "Contours need a domain with room, not \(numeral(range.lowerBound)) to "
            + "\(numeral(range.upperBound)).", file: file, line: line)
      }
    }
    let xs = SeriesData.samples(x, count: samples)
    let ys = SeriesData.samples(y, count: samples)
    var values: [Double] = []
    values.reserveCapacity(samples * samples)
    for y in ys {
      for x in xs { values.append(function(x, y)) }
    }
    return SampledField(xs: xs, ys: ys, values: values)
  }

  /// Levels strictly between the least and the greatest value of a field.
  static func levels(of field: SampledField, count: Int, spacing: Spacing) -> [Double] {
    var lowest = Double.infinity
    var highest = -Double.infinity
    for value in field.values where value.isFinite {
      if value < lowest { lowest = value }
      if value > highest { highest = value }
    }
    guard lowest < highest else { return [] }
    let span = highest - lowest
    var result: [Double] = []
    switch spacing {
    case .linear:
      for tick in LinearTicks.ticks(lower: lowest, upper: highest, count: count)
      where tick > lowest + span * 1e-9 && tick < highest - span * 1e-9 {
        result.append(tick)
      }
    case .quadratic:
      for index in 1...count {
        let share = Double(index) / Double(count + 1)
        result.append(lowest + span * share * share)
      }
    case .logarithmic:
      for index in 0..<count {
        result.append(
          lowest + span * Decimal.tenTo(-3 * (1 - (Double(index) + 0.5) / Double(count))))
      }
    }
    return result
  }
}
