import Testing

@testable import Figures

@Suite struct TimeTicksTests {
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
