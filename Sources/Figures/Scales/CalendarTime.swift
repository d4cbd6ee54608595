/// A moment in the proleptic Gregorian calendar, UTC.
struct CalendarTime: Equatable, Sendable {
  var year: Int
  /// From 1.
  var month: Int
  /// From 1.
  var day: Int
  /// Seconds since midnight.
  var second: Double

  /// The calendar's reading of so many seconds since the beginning of 1970.
  init(seconds: Double) {
    let days = (seconds / 86_400).roundedDown
    second = seconds - days * 86_400
    // Source: Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013: years that start in
    // March, in eras of 400 years.
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// A moment rounded to so many decimals of seconds, from 0 to 9: the date with whole seconds since
  /// midnight, and what stands after the point.
  static func rounded(
    _ seconds: Double, decimals: Int
  ) -> (time: CalendarTime, fraction: UInt64) {
    let units = NumberText.integerPower(decimals)
    var time = CalendarTime(seconds: seconds)
    let whole = time.second.roundedDown
    var fraction = UInt64(((time.second - whole) * Double(units)).roundedToNearest)
    time.second = whole
    if fraction == units {
      fraction = 0
      time = CalendarTime(seconds: seconds.roundedDown + 1)
    }
    return (time, fraction)
  }

  /// The time of day as hours and minutes, also with seconds, which have so many decimals.
  static func clock(_ seconds: Double, hasSeconds: Bool, decimals: Int = 0) -> String {
    let (time, fraction) = rounded(seconds, decimals: decimals)
    let second = Int(time.second)
    let clock = padded(second / 3600) + ":" + padded(second / 60 % 60)
    if !hasSeconds { return clock }
    let whole = clock + ":" + padded(second % 60)
    if decimals == 0 { return whole }
    let digits = String(fraction)
    return whole + "." + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }

  /// Moments in one column: dates with hours and minutes, also with seconds where one has some, and
  /// with as many of their decimals as write each to a millisecond and tell different ones apart.
  static func column(_ values: [Double]) -> [String] {
    let unit = TimeTicks.finestUnit(of: values)
    var texts: [String] = []
    for decimals in decimals(of: values, limit: 3)...9 {
      texts = values.map { value in
        let time = rounded(value, decimals: decimals).time
        return String(time.year) + "-" + padded(time.month) + "-" + padded(time.day) + " "
          + clock(value, hasSeconds: unit == .second, decimals: decimals)
      }
      if NumberText.tellApart(values, texts) { return texts }
    }
    return NumberText.distinct(values).map { $0 + " s" }
  }

  /// The fewest decimals, at most `limit`, with which the seconds of all moments are written to their
  /// last bit.
  static func decimals(of values: [Double], limit: Int) -> Int {
    for decimals in 0..<limit {
      let units = Double(NumberText.integerPower(decimals))
      var isExact = true
      for value in values {
        let scaled = (value - value.roundedDown) * units
        if (scaled - scaled.roundedToNearest).magnitude > (value.ulp + 1e-12) * units {
          isExact = false
        }
      }
      if isExact { return decimals }
    }
    return limit
  }

  /// A number of two digits.
  static func padded(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }

  /// Days from the beginning of 1970 to a date; months beyond 12 run into the next years.
  static func days(year: Int, month: Int, day: Int) -> Int {
    var year = year + (month - 1) / 12
    var month = (month - 1) % 12 + 1
    if month < 1 {
      month += 12
      year -= 1
    }
    if month <= 2 { year -= 1 }
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Axis {
  /// A moment, in seconds since the beginning of 1970 in UTC, for an axis of time.
  ///
  /// ```swift
  /// Axis.seconds(year: 2024, month: 2, day: 29, hour: 12)   // 1709208000.0
  /// ```
  public static func seconds(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Double = 0
  ) -> Double {
    let days = CalendarTime.days(year: year, month: month, day: day)
    return Double(days) * 86_400 + Double(hour * 3600 + minute * 60) + second
  }
}
