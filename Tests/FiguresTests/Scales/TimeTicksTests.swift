import Testing

@testable import Figures

@Suite struct TimeTicksTests {
  /// From Oracles/calendar_times.py.
  @Test func momentsAgreeWithThoseOfAnotherCalendar() {
    for (year, month, day, seconds) in [
      (1970, 1, 1, 0), (2000, 2, 29, 951_782_400), (1969, 12, 31, -86_400),
      (1900, 3, 1, -2_203_891_200), (1600, 2, 29, -11_670_998_400),
      (2100, 2, 28, 4_107_456_000), (9999, 12, 31, 253_402_214_400),
      (1, 1, 1, -62_135_596_800),
    ] as [(Int, Int, Int, Double)] {
      #expect(Axis.seconds(year: year, month: month, day: day) == seconds)
      let time = CalendarTime(seconds: seconds)
      #expect(time.year == year && time.month == month && time.day == day && time.second == 0)
    }
    #expect(Axis.seconds(year: 2024, month: 2, day: 29, hour: 12) == 1_709_208_000)
    #expect(
      Axis.seconds(year: 2023, month: 12, day: 31, hour: 23, minute: 59, second: 59)
        == 1_704_067_199)
  }

  @Test func everyDayOfFourCenturiesLeadsBack() {
    for day in stride(from: -146_097, through: 146_097, by: 13) {
      let time = CalendarTime(seconds: Double(day) * 86_400 + 5)
      #expect(CalendarTime.days(year: time.year, month: time.month, day: time.day) == day)
      #expect(time.second == 5)
    }
  }

  @Test func monthsBeyondTheYearRunOn() {
    #expect(Axis.seconds(year: 2023, month: 13) == Axis.seconds(year: 2024))
    #expect(Axis.seconds(year: 2024, month: 0) == Axis.seconds(year: 2023, month: 12))
  }

  private func labels(_ from: Double, _ to: Double, count: Int = 6) -> [String] {
    TimeTicks.ticks(lower: from, upper: to, count: count).labels
  }

  @Test func ticksStandWhereClocksAndCalendarsHaveThem() {
    let start = Axis.seconds(year: 2024, month: 2, day: 28, hour: 21)
    #expect(
      labels(start, start + 60) == ["21:00:00", "21:00:15", "21:00:30", "21:00:45", "21:01:00"])
    #expect(
      labels(start, start + 6 * 3600)
        == ["21:00", "22:00", "23:00", "29 Feb", "01:00", "02:00", "03:00"])
    #expect(
      labels(start, start + 5 * 86_400) == ["29 Feb", "1 Mar", "2 Mar", "3 Mar", "4 Mar"])
    let year = Axis.seconds(year: 2023, month: 11, day: 5)
    #expect(labels(year, year + 150 * 86_400) == ["Dec", "2024", "Feb", "Mar", "Apr"])
    #expect(
      labels(Axis.seconds(year: 1990), Axis.seconds(year: 2031))
        == ["1990", "2000", "2010", "2020", "2030"])
  }

  @Test func shorterThanSecondsAreNumbers() {
    #expect(labels(0, 1, count: 5) == ["0 s", "0.25 s", "0.50 s", "0.75 s", "1.00 s"])
  }

  @Test func momentsBeyondTheCalendarAreNumbers() {
    #expect(!labels(0, 1e20).isEmpty)
  }
}
