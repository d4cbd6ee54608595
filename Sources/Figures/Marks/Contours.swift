/// The level curves of a function of two variables, over a tint that deepens towards low values.
/// The axes cover exactly the domain given here, unless they have ranges of their own.
///
/// ```swift
/// Contours(x: -2...2, y: -1...1, levels: 14) { x, y in x * x + 10 * y * y }
/// Contours(x: -2...2, y: -1...3, levels: [0.1, 1, 10, 100]) { x, y in rosenbrock(x, y) }
/// Contours(x: -2...2, y: -2...2, colors: .diverging(), labeled: true) { x, y in x * y }
/// ```
///
/// With `colors` the ground between levels takes the colours of a scale, and a bar says what they
/// mean; on a diverging one, curves below the centre are dashed, so that grey print tells both sides
/// apart. With `labeled` the levels stand on their curves. The function is sampled on a grid, refined
/// by cubic interpolation. Where it has no value (NaN, −∞) the ground stays blank, and +∞ is above
/// every level. A constant function has no level curves. The description says all of these.
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

  /// The regions below the levels.
  public let layers: [Plot.Layer]

  /// About `levels` level curves.
  ///
  /// - Parameters:
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - levels: How many; traps if fewer than one.
  ///   - spacing: How they are spread.
  ///   - samples: Grid points along each axis, at least 8. The function is called samples² times.
  ///   - colors: The colours of the ground between levels; by default a tint.
  ///   - labeled: Whether levels stand on their curves.
  ///   - function: The function of (x, y).
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: Int = 12,
    spacing: Spacing = .linear, samples: Int = 64, colors: ColorScale? = nil,
    labeled: Bool = false, file: StaticString = #fileID, line: UInt = #line,
    _ function: (Double, Double) -> Double
  ) {
    if levels < 1 {
      refuse("Contours need at least one level, not \(levels).", file: file, line: line)
    }
    let field = Contours.sample(x, y, samples, file: file, line: line, function)
    self.init(
      field, levels: Contours.levels(of: field, count: levels, spacing: spacing), x, y, colors,
      labeled)
  }

  /// The curves at the levels given.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double], samples: Int = 64,
    colors: ColorScale? = nil, labeled: Bool = false, file: StaticString = #fileID,
    line: UInt = #line, _ function: (Double, Double) -> Double
  ) {
    let field = Contours.sample(x, y, samples, file: file, line: line, function)
    self.init(field, levels: levels.filter { $0.isFinite }.sorted(), x, y, colors, labeled)
  }

  private init(
    _ field: SampledField, levels: [Double], _ x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    _ colors: ColorScale?, _ labeled: Bool
  ) {
    let fine = field.refined(by: field.xs.count < 100 ? 3 : 1)
    var regions: [LevelRegion] = []
    for level in levels.reversed() {
      let loops = fine.loopsBelow(level)
      if !loops.isEmpty { regions.append(LevelRegion(level: level, loops: loops)) }
    }
    var map = ContourMap(regions: regions, colors: colors, isLabeled: labeled, x: x, y: y)
    if field.missing > 0 { map.holes = fine.holes }
    var layer = Plot.Layer(geometry: .regions(map))
    layer.notes = Contours.notes(on: field, hasCurves: !regions.isEmpty)
    layer.grid = ValueGrid(field)
    layers = [layer]
  }

  private static func notes(on field: SampledField, hasCurves: Bool) -> [String] {
    let all = field.values.count
    if field.missing == all { return ["The function has no value anywhere."] }
    var result: [String] = []
    if field.missing > 0 {
      let share = max(1, (100 * Double(field.missing) / Double(all)).roundedToNearest)
      result.append(
        "The function has no value in about " + numeral(share)
          + " % of the area, which is left blank.")
    }
    if !hasCurves { result.append("No level curve runs through the area.") }
    return result
  }

  private static func sample(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ samples: Int, file: StaticString,
    line: UInt, _ function: (Double, Double) -> Double
  ) -> SampledField {
    if samples < 8 {
      refuse("Contours need a grid of at least 8 samples, not \(samples).", file: file, line: line)
    }
    SeriesData.requireRoom([x, y], mark: "Contours need", file: file, line: line)
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
