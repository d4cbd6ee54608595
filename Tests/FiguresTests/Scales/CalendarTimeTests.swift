import Testing

@testable import Figures

@Suite struct CalendarTimeTests {
  @Test func everyDayOfFourCenturiesLeadsBack() {
    for day in stride(from: -146_097, through: 146_097, by: 13) {
      let time = CalendarTime(seconds: Double(day) * 86_400 + 5)
      #expect(CalendarTime.days(year: time.year, month: time.month, day: time.day) == day)
      #expect(time.second == 5)
    }
  }

  @Test func aClockIsRoundedWithItsDate() {
    let end = Axis.seconds(year: 2024)
    #expect(CalendarTime.clock(end - 0.25, hasSeconds: true, decimals: 2) == "23:59:59.75")
    #expect(CalendarTime.clock(end - 0.25, hasSeconds: true, decimals: 0) == "00:00:00")
    let (time, fraction) = CalendarTime.rounded(end - 0.25, decimals: 0)
    #expect(time.year == 2024 && time.month == 1 && time.day == 1 && fraction == 0)
    #expect(CalendarTime.clock(-0.5, hasSeconds: true, decimals: 1) == "23:59:59.5")
  }

  @Test func monthsBeyondTheYearRunOn() {
    #expect(Axis.seconds(year: 2023, month: 13) == Axis.seconds(year: 2024))
    #expect(Axis.seconds(year: 2024, month: 0) == Axis.seconds(year: 2023, month: 12))
  }

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
}
