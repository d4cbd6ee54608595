import Testing

@testable import Figures

@Suite struct PointsTests {
  @Test func columnsAndPairsAreTheSamePoints() {
    let columns = plot { Points([0, 1, 2], [0, 2, 1]) }
    let pairs = plot { Points(points: [(0, 0), (1, 2), (2, 1)]) }
    #expect(columns.svg == pairs.svg)
  }

  @Test func coordinatesWithoutPartnersAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Points([0], [])
    }
    #expect(said(result).contains("Points needs one y for each x, but there are 1 xs and 0 ys."))
  }
}
