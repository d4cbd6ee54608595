/// A box for each sample: its quartiles, a line at the median, whiskers to the farthest values
/// within one and a half times the box's length, and the others as points.
///
/// ```swift
/// BoxPlots(["He", "Xavier", "normal"], samples: finalLosses)
/// BoxPlots(names, samples: finalLosses, isHorizontal: true)   // a list, with room for long names
/// ```
///
/// Source: Tukey, Exploratory Data Analysis, 1977. Values that are not finite are left out, and the
/// description says how many; an empty sample has no box.
public struct BoxPlots: Mark {
  /// The boxes, whiskers, medians and outliers.
  public let layers: [Plot.Layer]

  /// Traps if there is not one sample for each name.
  public init(
    _ names: [String], samples: [[Double]], label: String? = nil, color: FigureColor? = nil,
    isHorizontal: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) {
    if names.count != samples.count {
      refuse(
        "BoxPlots need one sample for each name, but there are \(names.count) names and "
          + "\(samples.count) samples.", file: file, line: line)
    }
    var boxes: [Bar] = []
    var whiskers: [Segment] = []
    var medians: [Segment] = []
    var outliers: [DataPoint] = []
    var dropped: [Double] = []
    var rows: [[TableCell]] = []
    for (index, values) in samples.enumerated() {
      let sample = Sample(values)
      for value in values where !value.hasPlace { dropped.append(value) }
      if sample.values.isEmpty { continue }
      let place = Double(index)
      func at(_ value: Double, across: Double = 0) -> DataPoint {
        DataPoint(across: place + across, along: value, isHorizontal: isHorizontal)
      }
      let lower = sample.quantile(0.25)
      let upper = sample.quantile(0.75)
      let reach = 1.5 * (upper - lower)
      var least = lower
      var greatest = upper
      for value in sample.values {
        if value < lower - reach || value > upper + reach {
          outliers.append(at(value))
        } else {
          least = min(least, value)
          greatest = max(greatest, value)
        }
      }
      boxes.append(Bar(near: place - 0.28, far: place + 0.28, base: lower, value: upper))
      for (from, to) in [(lower, least), (upper, greatest)] where from != to {
        whiskers.append(Segment(start: at(from), end: at(to)))
      }
      let median = sample.quantile(0.5)
      rows.append(
        [.text(names[index]), .number(least), .number(lower), .number(median), .number(upper)]
          + [.number(greatest), .text(String(values.count))])
      medians.append(
        Segment(start: at(median, across: -0.28), end: at(median, across: 0.28)))
    }
    var body = Plot.Layer(
      geometry: .bars(.init(boxes, isHorizontal: isHorizontal)), label: label, color: color)
    body.isTinted = true
    if isHorizontal { body.yCategories = names } else { body.xCategories = names }
    if rows.count <= Table.rowLimit, !rows.isEmpty {
      body.table = Table(
        "Boxes",
        columns: [
          "sample", "lower whisker", "first quartile", "median", "third quartile", "upper whisker",
          "values",
        ], cells: rows)
    }
    body.notes = Sample(dropped).notes
    var result = [body]
    func add(_ geometry: Plot.Geometry, weight: Double? = nil) {
      if geometry.isEmpty { return }
      var layer = Plot.Layer(geometry: geometry, color: color)
      layer.joins = true
      layer.weight = weight
      result.append(layer)
    }
    add(.segments(.init(whiskers, ends: .plain)))
    add(.segments(.init(medians, ends: .plain)), weight: 2.6)
    add(.symbols(.init(outliers)))
    layers = result
  }
}
