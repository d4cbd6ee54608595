/// A matrix, or a function of two variables, as coloured cells, with the values in them where they
/// have room and a bar that says what the colours mean where they have none.
///
/// ```swift
/// HeatMap(weights, colors: .diverging())
/// HeatMap(scores, rows: ["cat", "dog"], columns: names, showsValues: true)
/// HeatMap(x: -2...2, y: -2...2) { x, y in loss(x, y) }
/// ```
///
/// The first row of a matrix is on top. A cell that is not finite stays empty with a cross in it,
/// and the description says how many there are. Of a matrix with more cells than can be seen, each
/// drawn cell is the mean of a block; the description says that too.
public struct HeatMap: Mark {
  /// The cells.
  public let layers: [Plot.Layer]

  /// A matrix as rows. Traps if it is ragged, or if there is not one name for each row or column.
  ///
  /// - Parameters:
  ///   - values: The rows, the first one on top.
  ///   - rows: Their names; by default their numbers, from 0.
  ///   - columns: The names of the columns.
  ///   - colors: How numbers become colours.
  ///   - scale: How numbers are spread over the colours, for instance logarithmically.
  ///   - range: What the colours cover; by default what occurs.
  ///   - showsValues: Whether values stand in the cells; by default where there is room.
  ///   - digits: Significant digits of the largest value in the cells, and in the table of the
  ///     figure's numbers. By default three in the cells, where there is little room, and in the
  ///     table as many as tell different numbers of a column apart.
  public init(
    _ values: [[Double]], rows: [String]? = nil, columns: [String]? = nil,
    colors: ColorScale = .sequential, scale: Axis.Scale = .linear,
    in range: ClosedRange<Double>? = nil, showsValues: Bool? = nil, digits: Int? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let count = values.first?.count ?? 0
    var flat: [Double] = []
    flat.reserveCapacity(values.count * count)
    for (index, row) in values.enumerated() {
      if row.count != count {
        refuse(
          "The rows of a HeatMap are ragged: \(count) values are expected, but row \(index + 1) has "
            + "\(row.count).", file: file, line: line)
      }
      flat += row
    }
    if let rows, rows.count != values.count {
      refuse(
        "A HeatMap needs one name for each row, but there are \(values.count) rows and "
          + "\(rows.count) names.", file: file, line: line)
    }
    if let columns, columns.count != count {
      refuse(
        "A HeatMap needs one name for each column, but there are \(count) columns and "
          + "\(columns.count) names.", file: file, line: line)
    }
    let cells = Cells(
      columns: count, rows: values.count, values: flat, x: -0.5...max(-0.5, Double(count) - 0.5),
      y: -0.5...max(-0.5, Double(values.count) - 0.5), rowsRunDown: true)
    var layer = HeatMap.layer(cells, colors, scale, range)
    layer.layer.xCategories = columns ?? (0..<count).map { String($0) }
    layer.layer.yCategories = rows ?? values.indices.map { String($0) }
    if case .cells(var cells) = layer.layer.geometry {
      cells.showsValues = showsValues
      cells.digits = digits
      layer.layer.geometry = .cells(cells)
    }
    layers = [layer.layer]
  }

  /// A matrix of shares whose cells hold words of their own.
  init(
    _ values: [[Double]], rows: [String], columns: [String], in range: ClosedRange<Double>,
    texts: [[String]]
  ) {
    var layer = HeatMap(values, rows: rows, columns: columns, in: range, showsValues: true).layers[
      0]
    if case .cells(var cells) = layer.geometry {
      for row in texts { cells.texts += row }
      layer.geometry = .cells(cells)
    }
    layers = [layer]
  }

  /// A function of (x, y), sampled at the middles of cells. Traps if a domain is empty.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, samples: Int = 48,
    colors: ColorScale = .sequential, scale: Axis.Scale = .linear,
    in range: ClosedRange<Double>? = nil, file: StaticString = #fileID, line: UInt = #line,
    _ function: (Double, Double) -> Double
  ) {
    if samples < 2 {
      refuse("A HeatMap needs two samples at least, not \(samples).", file: file, line: line)
    }
    SeriesData.requireRoom([x, y], mark: "A HeatMap needs", file: file, line: line)
    var values: [Double] = []
    for row in 0..<samples {
      let v = y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(samples)
      for column in 0..<samples {
        let u =
          x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(samples)
        values.append(function(u, v))
      }
    }
    var cells = Cells(
      columns: samples, rows: samples, values: values, x: x, y: y, rowsRunDown: false)
    cells.showsValues = false
    var layer = HeatMap.layer(cells, colors, scale, range).layer
    func middles(_ range: ClosedRange<Double>) -> [Double] {
      let width = (range.upperBound - range.lowerBound) / Double(samples)
      return (0..<samples).map { range.lowerBound + (Double($0) + 0.5) * width }
    }
    layer.grid = ValueGrid(SampledField(xs: middles(x), ys: middles(y), values: values))
    layers = [layer]
  }

  private static func layer(
    _ cells: Cells, _ colors: ColorScale, _ scale: Axis.Scale, _ range: ClosedRange<Double>?
  ) -> (layer: Plot.Layer, missing: Int) {
    var cells = cells
    let missing = cells.setColors(colors, scale: scale, range: range)
    var layer = Plot.Layer(geometry: .cells(cells))
    if cells.values.isEmpty { layer.notes = ["The matrix is empty."] }
    if missing == 1 { layer.notes = ["One cell has no value on the scale and is crossed out."] }
    if missing > 1 {
      layer.notes = [
        numeral(Double(missing), digits: 15)
          + " cells have no value on the scale and are crossed out."
      ]
    }
    return (layer, missing)
  }
}
