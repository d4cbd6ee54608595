/// Where a classifier decides for which class: a tint for each, and lines between them. ``Points``
/// with the same label have the same colour.
///
/// ```swift
/// DecisionRegions(x: -3...3, y: -2...2, classes: ["inner", "outer"]) { x, y in
///   predict(x, y) > 0.5 ? 1 : 0
/// }
/// Points(insideX, insideY, label: "inner")
/// ```
///
/// Lines are found between the points of a grid by halving, so that they are sharp. A decision that
/// is not a class leaves the ground as it is.
public struct DecisionRegions: Mark {
  /// The region of each class.
  public let layers: [Plot.Layer]

  /// The regions of classes. Calls the decision samples² times, and for each class eleven
  /// times more wherever its edge crosses the grid.
  ///
  /// - Parameters:
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - classes: Their names, in the order of their numbers.
  ///   - samples: Grid points along each axis, at least 8.
  ///   - decide: The number of the class at (x, y), from 0.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, classes: [String], samples: Int = 64,
    file: StaticString = #fileID, line: UInt = #line, _ decide: (Double, Double) -> Int
  ) {
    if classes.isEmpty {
      refuse("DecisionRegions need a class at least.", file: file, line: line)
    }
    if samples < 8 {
      refuse(
        "DecisionRegions need a grid of at least 8 samples, not \(samples).", file: file,
        line: line)
    }
    SeriesData.requireRoom([x, y], mark: "DecisionRegions need", file: file, line: line)
    let xs = SeriesData.samples(x, count: samples)
    let ys = SeriesData.samples(y, count: samples)
    var decisions: [Int] = []
    decisions.reserveCapacity(samples * samples)
    for y in ys {
      for x in xs { decisions.append(decide(x, y)) }
    }
    var layers: [Plot.Layer] = []
    for (number, name) in classes.enumerated() {
      let field = SampledField(
        xs: xs, ys: ys, values: decisions.map { $0 == number ? 0 : 1 })
      let loops = field.loopsBelow(0.5) { start, end in
        DecisionRegions.share(from: start, to: end, of: number, decide)
      }
      layers.append(Plot.Layer(geometry: .territory(.init(loops: loops, x: x, y: y)), label: name))
    }
    self.layers = layers
  }

  /// Where on the way from one point to another the decision for a class changes, by halving.
  private static func share(
    from start: DataPoint, to end: DataPoint, of number: Int, _ decide: (Double, Double) -> Int
  ) -> Double {
    func isInside(_ share: Double) -> Bool {
      decide(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share) == number
    }
    let startsInside = isInside(0)
    var low = 0.0
    var high = 1.0
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if isInside(middle) == startsInside { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
