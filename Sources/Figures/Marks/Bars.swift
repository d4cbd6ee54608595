/// A bar for each name, from zero: one series, or several side by side or on top of each other.
///
/// ```swift
/// Bars(["SGD", "momentum", "Adam"], steps)
/// Bars(names, groups: [("train", train), ("test", test)], showsValues: true)
/// Bars(names, groups: parts, isStacked: true, isHorizontal: true)
/// ```
///
/// The axis takes the names unless it has names of its own. Series differ in hatching too. On a
/// logarithmic axis bars stand on the axis, since there is no zero. Bars narrower than a pixel are
/// drawn together, and the description says so.
public struct Bars: Mark {
  /// The bars of each group.
  public let layers: [Plot.Layer]

  /// One series. Traps if there is not one value for each name.
  public init(
    _ names: [String], _ values: [Double], label: String? = nil, color: FigureColor? = nil,
    isHorizontal: Bool = false, showsValues: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    Bars.check(names, values, label: label, file: file, line: line)
    let texts = showsValues ? NumberText.distinct(values, limit: Bars.mostDigits) : []
    var bars: [Bar] = []
    for (index, value) in values.enumerated() {
      let center = Double(index)
      bars.append(
        Bar(
          near: center - 0.36, far: center + 0.36, base: 0, value: value,
          text: showsValues && value.isFinite ? texts[index] : ""))
    }
    layers = [
      Bars.layer(bars, names, label: label, color: color, isHorizontal: isHorizontal)
    ]
  }

  /// Several series. Traps if one has not as many values as there are names. Stacked values that are
  /// negative go downwards from zero on their own.
  public init(
    _ names: [String], groups: [(label: String, values: [Double])], isStacked: Bool = false,
    isHorizontal: Bool = false, showsValues: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    var layers: [Plot.Layer] = []
    var above = [Double](repeating: 0, count: names.count)
    var below = [Double](repeating: 0, count: names.count)
    let width = 0.8 / Double(max(1, groups.count))
    let texts =
      showsValues
      ? NumberText.distinct(groups.flatMap { $0.values }, limit: Bars.mostDigits) : []
    var written = 0
    for (place, group) in groups.enumerated() {
      Bars.check(names, group.values, label: group.label, file: file, line: line)
      var bars: [Bar] = []
      for (index, value) in group.values.enumerated() {
        let text = showsValues && !isStacked && value.isFinite ? texts[written] : ""
        written += 1
        if isStacked {
          let base = value < 0 ? below[index] : above[index]
          bars.append(
            Bar(
              near: Double(index) - 0.36, far: Double(index) + 0.36, base: base,
              value: base + value))
          if value.isFinite {
            if value < 0 { below[index] += value } else { above[index] += value }
          }
        } else {
          let near = Double(index) - 0.4 + width * Double(place)
          bars.append(
            Bar(
              near: near + width * 0.04, far: near + width * 0.96, base: 0, value: value, text: text
            ))
        }
      }
      layers.append(
        Bars.layer(bars, names, label: group.label, color: nil, isHorizontal: isHorizontal))
    }
    self.layers = layers
  }

  /// The digits of a value at a bar at most; what is beyond is the rounding of its computation.
  private static let mostDigits = 12

  private static func layer(
    _ bars: [Bar], _ names: [String], label: String?, color: FigureColor?, isHorizontal: Bool
  ) -> Plot.Layer {
    var layer = Plot.Layer(
      geometry: .bars(.init(bars, isHorizontal: isHorizontal)), label: label, color: color)
    if isHorizontal { layer.yCategories = names } else { layer.xCategories = names }
    return layer
  }

  private static func check(
    _ names: [String], _ values: [Double], label: String?, file: StaticString, line: UInt
  ) {
    if names.count == values.count { return }
    refuse(
      "Bars need one value for each name, but there are \(names.count) names and \(values.count) "
        + "values" + (label.map { " of “\($0)”" } ?? "") + ".", file: file, line: line)
  }
}
