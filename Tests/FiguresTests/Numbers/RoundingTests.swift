import Testing

@testable import Figures

@Suite struct RoundingTests {
  @Test(arguments: [
    0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, -0.1, 7, 1e15 + 0.5, -1e15 - 0.5,
    1e300,
    -1e300, 4_503_599_627_370_495.5, .infinity, -.infinity,
  ])
  func roundingIsThatOfTheStandardLibrary(value: Double) {
    #expect(value.roundedDown == value.rounded(.down))
    #expect(value.roundedUp == value.rounded(.up))
    #expect(value.roundedToNearest == value.rounded(.toNearestOrAwayFromZero))
  }

  @Test func notANumberStaysSo() {
    #expect(Double.nan.roundedDown.isNaN)
    #expect(Double.nan.roundedToNearest.isNaN)
  }
}
