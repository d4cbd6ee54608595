/// Ticks on an axis of time: at whole years, months, days, hours, minutes or seconds, in steps that
/// clocks and calendars know. Where a day or a year begins among finer ticks, its name stands.
enum TimeTicks {
  enum Unit: Int, Sendable {
    case second
    case minute
    case hour
    case day
    case month
    case year
  }

  private static let steps: [(unit: Unit, count: Int, seconds: Double)] = [
    (.second, 1, 1), (.second, 5, 5), (.second, 15, 15), (.second, 30, 30),
    (.minute, 1, 60), (.minute, 5, 300), (.minute, 15, 900), (.minute, 30, 1800),
    (.hour, 1, 3600), (.hour, 3, 10_800), (.hour, 6, 21_600), (.hour, 12, 43_200),
    (.day, 1, 86_400), (.day, 2, 172_800), (.day, 7, 604_800), (.month, 1, 2_629_746),
    (.month, 3, 7_889_238), (.month, 6, 15_778_476), (.year, 1, 31_556_952),
  ]

  /// Ticks within the domain, about `count` with labels.
  static func ticks(lower: Double, upper: Double, count: Int) -> AxisTicks {
    let wanted = (upper - lower) / Double(max(1, count - 1))
    guard lower.hasDate, upper.hasDate, wanted >= 0.5 else {
      let values = LinearTicks.ticks(lower: lower, upper: upper, count: count)
      let format = TickFormat(values: values)
      return AxisTicks(major: values, labels: values.map { format.text($0) + " s" })
    }
    var chosen = steps[steps.count - 1]
    for step in steps.reversed() where step.seconds >= wanted * 0.75 { chosen = step }
    let values: [Double]
    if chosen.unit == .year {
      values = years(lower: lower, upper: upper, count: count)
    } else if chosen.unit == .month {
      values = months(lower: lower, upper: upper, every: chosen.count)
    } else {
      values = even(lower: lower, upper: upper, step: chosen.seconds)
    }
    return AxisTicks(major: values, labels: values.map { label($0, unit: chosen.unit) })
  }

  private static func even(lower: Double, upper: Double, step: Double) -> [Double] {
    var result: [Double] = []
    // Weeks begin on Mondays; 1970 began on a Thursday.
    let shift = step == 604_800 ? 4 * 86_400.0 : 0
    var value = ((lower - shift) / step).roundedUp * step + shift
    while value <= upper {
      result.append(value)
      value += step
    }
    return result
  }

  private static func months(lower: Double, upper: Double, every count: Int) -> [Double] {
    let first = CalendarTime(seconds: lower)
    var month = first.year * 12 + (first.month - 1) / count * count
    var result: [Double] = []
    while true {
      let value = Axis.seconds(year: 0, month: month + 1)
      if value > upper { return result }
      if value >= lower { result.append(value) }
      month += count
    }
  }

  private static func years(lower: Double, upper: Double, count: Int) -> [Double] {
    let first = Double(CalendarTime(seconds: lower).year)
    let last = Double(CalendarTime(seconds: upper).year)
    var result: [Double] = []
    if last - first < 1 { return [lower, upper] }
    for year in LinearTicks.ticks(lower: first, upper: last, count: count)
    where year == year.roundedDown {
      let value = Axis.seconds(year: Int(year))
      if value >= lower, value <= upper { result.append(value) }
    }
    return result
  }

  /// The finest unit in which moments differ from whole years.
  static func finestUnit(of values: [Double]) -> Unit {
    var result = Unit.year
    for value in values where value.hasDate {
      let time = CalendarTime(seconds: value)
      let unit: Unit
      if time.second != 0 {
        let minutes = time.second / 60
        unit =
          minutes != minutes.roundedDown
          ? .second : (time.second / 3600) != (time.second / 3600).roundedDown ? .minute : .hour
      } else {
        unit = time.day > 1 ? .day : time.month > 1 ? .month : .year
      }
      if unit.rawValue < result.rawValue { result = unit }
    }
    return result
  }

  /// A moment as ticks of a unit name it.
  static func label(_ value: Double, unit: Unit) -> String {
    let time = CalendarTime(seconds: value)
    let month = CalendarTime.monthNames[time.month - 1]
    switch unit {
    case .year: return String(time.year)
    case .month: return time.month == 1 ? String(time.year) : month
    case .day: return time.month == 1 && time.day == 1 ? String(time.year) : "\(time.day) \(month)"
    case .hour, .minute, .second:
      let second = Int(time.second)
      if second == 0, unit != .second { return "\(time.day) \(month)" }
      let clock = padded(second / 3600) + ":" + padded(second / 60 % 60)
      return unit == .second ? clock + ":" + padded(second % 60) : clock
    }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }
}
