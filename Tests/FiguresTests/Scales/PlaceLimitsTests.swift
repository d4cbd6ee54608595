import Testing

@testable import Figures

@Suite struct PlaceLimitsTests {
  @Test(arguments: [0, -0.0, 1, -1e300, 1e300, .leastNonzeroMagnitude])
  func aFiniteNumberHasAPlace(value: Double) {
    #expect(value.hasPlace)
    #expect(!value.isBeyondAxes)
  }

  @Test(arguments: [Double.infinity, -.infinity, 1.01e300, -.greatestFiniteMagnitude])
  func whatIsTooLargeCountsAsInfinite(value: Double) {
    #expect(!value.hasPlace)
    #expect(value.isBeyondAxes)
  }

  @Test func notANumberHasNoPlaceAndIsNotBeyond() {
    #expect(!Double.nan.hasPlace)
    #expect(!Double.nan.isBeyondAxes)
    #expect(!Double.nan.hasDate)
  }

  @Test func theDifferenceOfTwoPlacesAndTheRatioOfTwoLogarithmicOnesToOneAreFinite() {
    #expect((Double.greatestPlace - -Double.greatestPlace).isFinite)
    #expect((1 / Double.leastLogarithmicPlace).isFinite)
    #expect(Double.leastLogarithmicPlace.isNormal)
  }

  @Test func datesEndSomeThreeMillionYearsFrom1970() {
    #expect((-9.9e13).hasDate)
    #expect(!Double.endOfCalendar.hasDate)
    #expect(!(-Double.endOfCalendar).hasDate)
    let last = CalendarTime(seconds: Double.endOfCalendar.nextDown)
    #expect(last.year == 3_170_843)
    #expect((1...12).contains(last.month) && (1...31).contains(last.day))
  }
}
