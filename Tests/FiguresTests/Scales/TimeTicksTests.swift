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

  @Test func decimalsOfASecondAreTimesOfDayToo() {
    let start = Axis.seconds(year: 2024, month: 2, day: 28, hour: 21)
    #expect(
      labels(start, start + 0.25)
        == [
          "21:00:00.00", "21:00:00.05", "21:00:00.10", "21:00:00.15", "21:00:00.20", "21:00:00.25",
        ])
    #expect(
      labels(start + 59.9995, start + 60.0005, count: 4)
        == ["21:00:59.9996", "21:01:00.0000", "21:01:00.0004"])
  }

  @Test func aTimeThatComesAgainHasItsDayWithIt() {
    let start = Axis.seconds(year: 2024, month: 2, day: 28)
    #expect(
      labels(start, start + 2 * 86_400)
        == ["28 Feb", "28 Feb 12:00", "29 Feb", "29 Feb 12:00", "1 Mar"])
    let years = [2023, 2024].map { Axis.seconds(year: $0, month: 3, day: 5) }
    #expect(TimeTicks.labels(years) == ["5 Mar 2023", "5 Mar 2024"])
    #expect(
      TimeTicks.labels(years.map { $0 + 43_200 }) == ["5 Mar 2023 12:00", "5 Mar 2024 12:00"])
    let months = [2023, 2024].map { Axis.seconds(year: $0, month: 3) }
    #expect(TimeTicks.labels(months) == ["Mar 2023", "Mar 2024"])
  }

  @Test func mostOfAYearHasItsMonths() {
    let start = Axis.seconds(year: 2024, month: 1, day: 20)
    #expect(labels(start, start + 300 * 86_400, count: 2) == ["Apr", "Jul", "Oct"])
  }

  @Test func ticksThatDifferHaveLabelsThatDoWhateverTheRange() {
    var random = GalleryNumbers(seed: 21)
    for _ in 0..<500 {
      let start = (random.uniform() - 0.3) * 4e9
      let width = Decimal.tenTo(random.uniform() * 12 - 3)
      for count in [2, 5, 12] {
        let ticks = TimeTicks.ticks(lower: start, upper: start + width, count: count)
        #expect(
          Set(ticks.labels).count == ticks.major.count,
          "\(start) for \(width): \(ticks.labels)")
        #expect(Set(ticks.major).count == ticks.major.count)
      }
      let own = (0..<5).map { _ in start + random.uniform() * width }
      #expect(Set(TimeTicks.labels(own)).count == 5, "\(own)")
    }
  }

  @Test func momentsBeyondTheCalendarAreTold() {
    #expect(TimeTicks.labels([1e20, 1e20 + 16_384]).allSatisfy { $0.hasSuffix(" s") })
  }

  @Test func momentsBeyondTheCalendarAreNumbers() {
    #expect(!labels(0, 1e20).isEmpty)
  }
}
