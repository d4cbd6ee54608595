/// The ticks of an axis and what stands beside them.
struct AxisTicks: Sendable {
  /// Ticks with labels.
  var major: [Double]
  /// Their labels, one each.
  var labels: [String]
  /// Ticks without, between decades.
  var minor: [Double] = []

  /// Ticks for a domain, about `count` with labels.
  static func make(axis: Axis, lower: Double, upper: Double, count: Int) -> AxisTicks {
    if let prescribed = axis.ticks {
      var inside: [Double] = []
      for tick in prescribed where axis.admits(tick) && tick >= lower && tick <= upper {
        inside.append(tick)
      }
      let format = TickFormat(values: inside)
      switch axis.scale {
      case .linear: return AxisTicks(major: inside, labels: inside.map { format.text($0) })
      case .logarithmic: return AxisTicks(major: inside, labels: inside.map { numeral($0) })
      }
    }
    switch axis.scale {
    case .linear:
      let major = LinearTicks.ticks(lower: lower, upper: upper, count: count)
      let format = TickFormat(values: major)
      return AxisTicks(major: major, labels: major.map { format.text($0) })
    case .logarithmic:
      return LogarithmicTicks.ticks(lower: lower, upper: upper, count: count)
    }
  }
}
