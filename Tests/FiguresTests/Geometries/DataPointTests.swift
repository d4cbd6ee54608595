import Testing

@testable import Figures

@Suite struct DataPointTests {
  @Test func whatLiesHasItsPlaceOnTheVerticalAxis() {
    #expect(DataPoint(across: 1, along: 2, isHorizontal: false) == DataPoint(x: 1, y: 2))
    #expect(DataPoint(across: 1, along: 2, isHorizontal: true) == DataPoint(x: 2, y: 1))
  }

  @Test func turningTwiceLeadsBack() {
    let point = DataPoint(x: 1, y: 2)
    #expect(point.turned(true) == DataPoint(x: 2, y: 1))
    #expect(point.turned(true).turned(true) == point)
    #expect(point.turned(false) == point)
  }

  @Test func aPointIsFiniteInBothCoordinates() {
    #expect(DataPoint(x: 1, y: 2).isFinite)
    #expect(!DataPoint(x: 1, y: .infinity).isFinite)
    #expect(!DataPoint(x: .nan, y: 1).isFinite)
  }
}
