import Testing

@testable import Figures

@Suite struct PathTests {
  @Test func columnsAndPairsAreTheSameWay() {
    let columns = plot { Path([0, 1, 2], [0, 2, 1]) }
    let pairs = plot { Path(points: [(0, 0), (1, 2), (2, 1)]) }
    #expect(columns.svg == pairs.svg)
  }

  @Test func aWayStartsWithARingAndEndsWithASymbol() {
    let figure = plot { Path(points: [(0, 0), (1, 2), (2, 1)]) }
    #expect(figure.svg.matches(of: /<circle/).count == 1)
    #expect(!plot { Path(points: [(0, 0)]) }.svg.contains("<circle"))
  }

  @Test func coordinatesWithoutPartnersAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Path([0, 1], [0])
    }
    #expect(
      said(result).contains("A Path needs one y for each x, but there are 2 xs and 1 ys."))
  }
}
