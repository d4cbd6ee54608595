/// Ticks on an axis of time: at whole years, months, days, hours, minutes or seconds, in steps that
/// clocks and calendars know, or at decimals of seconds. Where a day or a year begins among finer
/// ticks, its name stands; where a name or a time of day comes again, it has its day or year with it.
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

  /// The time in seconds from 1970 up to which what is shorter than a second counts as a duration, as
  /// of a stopwatch, and not as a time of day: some nineteen months.
  private static let endOfDurations = 5e7

  /// Ticks within the domain, about `count` with labels.
  static func ticks(lower: Double, upper: Double, count: Int) -> AxisTicks {
    let wanted = (upper - lower) / Double(max(1, count - 1))
    guard lower.hasDate, upper.hasDate else { return numbers(lower, upper, count) }
    if wanted < 0.5 {
      return max(lower.magnitude, upper.magnitude) < endOfDurations
        ? numbers(lower, upper, count) : decimals(lower, upper, count)
    }
    var chosen = steps[steps.count - 1]
    for step in steps.reversed() where step.seconds >= wanted * 0.75 { chosen = step }
    let values: [Double]
    if chosen.unit == .year,
      CalendarTime(seconds: lower).year == CalendarTime(seconds: upper).year
    {
      chosen.unit = .month
      values = months(lower: lower, upper: upper, every: 3)
    } else if chosen.unit == .year {
      values = years(lower: lower, upper: upper, count: count)
    } else if chosen.unit == .month {
      values = months(lower: lower, upper: upper, every: chosen.count)
    } else {
      values = even(lower: lower, upper: upper, step: chosen.seconds)
    }
    return AxisTicks(major: values, labels: labels(values, unit: chosen.unit))
  }

  /// Ticks at round numbers of seconds from 1970.
  private static func numbers(_ lower: Double, _ upper: Double, _ count: Int) -> AxisTicks {
    let values = LinearTicks.ticks(lower: lower, upper: upper, count: count)
    return AxisTicks(major: values, labels: seconds(values))
  }

  private static func seconds(_ values: [Double]) -> [String] {
    let format = TickFormat(values: values)
    return values.map { format.text($0) + " s" }
  }

  /// Ticks at decimals of seconds, which are round from the last whole second on.
  private static func decimals(_ lower: Double, _ upper: Double, _ count: Int) -> AxisTicks {
    let start = lower.roundedDown
    var values: [Double] = []
    for tick in LinearTicks.ticks(lower: lower - start, upper: upper - start, count: count)
    where start + tick != values.last { values.append(start + tick) }
    return AxisTicks(major: values, labels: labels(values, unit: .second))
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

  /// What is said of a moment beyond what its unit says.
  private enum Context {
    case none
    case day
    case year
  }

  /// Moments as ticks of a unit name them, each differently: with their days or years where the same
  /// time or name comes again.
  static func labels(_ values: [Double]) -> [String] {
    values.allSatisfy { $0.hasDate }
      ? labels(values, unit: finestUnit(of: values)) : seconds(values)
  }

  private static func labels(_ values: [Double], unit: Unit) -> [String] {
    let isFine = unit == .second
    for decimals in (isFine ? CalendarTime.decimals(of: values, limit: 9) : 0)...(isFine ? 9 : 0) {
      for context in [Context.none, .day, .year] {
        let labels = values.map { label($0, unit: unit, decimals: decimals, context: context) }
        if tellApart(values, labels) { return labels }
      }
    }
    return seconds(values)
  }

  private static func tellApart(_ values: [Double], _ labels: [String]) -> Bool {
    for first in values.indices {
      for second in values.indices.dropFirst(first + 1)
      where labels[first] == labels[second] && values[first] != values[second] { return false }
    }
    return true
  }

  private static func label(
    _ value: Double, unit: Unit, decimals: Int, context: Context
  ) -> String {
    let time = CalendarTime.rounded(value, decimals: decimals).time
    let month = CalendarTime.monthNames[time.month - 1]
    let year = context == .year ? " " + String(time.year) : ""
    switch unit {
    case .year: return String(time.year)
    case .month: return time.month == 1 ? String(time.year) : month + year
    case .day:
      if time.month == 1, time.day == 1 { return String(time.year) }
      return String(time.day) + " " + month + year
    case .hour, .minute, .second:
      let day = String(time.day) + " " + month + year
      if time.second == 0, unit != .second { return day }
      let clock = CalendarTime.clock(value, hasSeconds: unit == .second, decimals: decimals)
      return context == .none ? clock : day + " " + clock
    }
  }
}
