/// The ticks of an axis and what stands beside them.
struct AxisTicks: Sendable {
  /// Ticks with labels.
  var major: [Double]
  /// Their labels, one each.
  var labels: [String]
  /// Ticks without, between decades.
  var minor: [Double] = []

  /// Whether only some of the names of an axis are written.
  var isThinned = false

  /// Ticks for a domain, about `count` with labels.
  static func make(
    axis: Axis, lower: Double, upper: Double, count: Int, whole: Bool = false
  ) -> AxisTicks {
    if let categories = axis.categories { return names(categories, count: count) }
    if let prescribed = axis.ticks { return own(prescribed, axis, lower: lower, upper: upper) }
    switch axis.scale {
    case .linear, .power:
      var major = LinearTicks.ticks(lower: lower, upper: upper, count: count, whole: whole)
      if case .power = axis.scale { major = filled(major, axis.scale, lower, upper, count) }
      let format = TickFormat(values: major)
      return AxisTicks(major: major, labels: major.map { format.text($0) })
    case .logarithmic:
      return LogarithmicTicks.ticks(lower: lower, upper: upper, count: count)
    case .symmetricLogarithmic(let threshold):
      return SymmetricTicks.ticks(lower: lower, upper: upper, threshold: threshold, count: count)
    case .time: return TimeTicks.ticks(lower: lower, upper: upper, count: count)
    }
  }

  /// Prescribed ticks, as far as they lie on the axis.
  private static func own(
    _ prescribed: [Double], _ axis: Axis, lower: Double, upper: Double
  ) -> AxisTicks {
    var inside: [Double] = []
    var labels: [String] = []
    for (index, tick) in prescribed.enumerated()
    where axis.admits(tick) && tick >= lower && tick <= upper {
      inside.append(tick)
      if let own = axis.labels { labels.append(own[index]) }
    }
    if axis.labels != nil { return AxisTicks(major: inside, labels: labels) }
    switch axis.scale {
    case .linear, .power:
      let format = TickFormat(values: inside)
      return AxisTicks(major: inside, labels: inside.map { format.text($0) })
    case .logarithmic, .symmetricLogarithmic:
      return AxisTicks(major: inside, labels: NumberText.distinct(inside))
    case .time:
      return AxisTicks(major: inside, labels: TimeTicks.labels(inside))
    }
  }

  /// Ticks with finer ones between those that the scale draws far apart.
  private static func filled(
    _ coarse: [Double], _ scale: Axis.Scale, _ lower: Double, _ upper: Double, _ count: Int
  ) -> [Double] {
    let fine = LinearTicks.ticks(lower: lower, upper: upper, count: count * 4)
    let wide =
      (scale.transformed(upper) - scale.transformed(lower)) / Double(max(1, coarse.count)) * 1.6
    var result: [Double] = []
    for tick in coarse {
      if let last = result.last {
        let from = scale.transformed(last)
        let to = scale.transformed(tick)
        var best: Double?
        for candidate in fine where candidate > last && candidate < tick && to - from > wide {
          let middle = (scale.transformed(candidate) - (from + to) / 2).magnitude
          if let best, (scale.transformed(best) - (from + to) / 2).magnitude <= middle { continue }
          best = candidate
        }
        if let best { result.append(best) }
      }
      result.append(tick)
    }
    return result
  }

  /// The names of an axis of categories: all of them, or every second, fifth, tenth … when only
  /// `count` have room.
  private static func names(_ categories: [String], count: Int) -> AxisTicks {
    var stride = 1
    var step = 0
    while (categories.count + stride - 1) / stride > max(1, count) {
      step += 1
      var decade = 1
      for _ in 0..<(step / 3) { decade *= 10 }
      stride = [1, 2, 5][step % 3] * decade
    }
    var result = AxisTicks(major: [], labels: [])
    var index = 0
    while index < categories.count {
      result.major.append(Double(index))
      result.labels.append(categories[index])
      index += stride
    }
    result.isThinned = stride > 1
    return result
  }
}
