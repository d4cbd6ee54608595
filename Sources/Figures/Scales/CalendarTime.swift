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
