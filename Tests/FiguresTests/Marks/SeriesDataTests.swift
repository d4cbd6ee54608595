import Testing

@testable import Figures

@Suite struct SeriesDataTests {
  @Test func samplesHoldBothEnds() {
    #expect(SeriesData.samples(0...1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    #expect(SeriesData.samples(0.1...0.3, count: 4).last == 0.3)
  }

  @Test func pairsBecomePoints() {
    #expect(
      SeriesData.points([(1, 2), (3, 4)]) == [DataPoint(x: 1, y: 2), DataPoint(x: 3, y: 4)])
  }
}
