import Testing

@testable import Figures

@Suite struct HatchingTests {
  private let box = Box(left: 0, top: 0, right: 10, bottom: 10)

  @Test func theFirstSeriesIsPlain() {
    #expect(Hatching(series: 0).lines(in: [box], spacing: 4).isEmpty)
  }

  @Test func levelLinesLieAtMultiplesOfTheSpacing() {
    #expect(Hatching(series: 3).lines(in: [box], spacing: 4) == "M0 8h10m-10-4h10")
  }

  @Test func fiveSeriesInTurnDiffer() {
    let all = (0..<5).map { Hatching(series: $0).lines(in: [box], spacing: 4) }
    #expect(Set(all).count == 5)
    #expect(Hatching(series: 6).lines(in: [box], spacing: 4) == all[1])
  }
}
