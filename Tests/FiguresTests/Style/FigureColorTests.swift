import Testing

@testable import Figures

@Suite struct FigureColorTests {
  @Test func fiveSeriesInTurnDifferInDashAndSymbol() {
    #expect(Set((0..<5).map { Dash.series($0).attribute }).count == 5)
    #expect(Set((0..<5).map { Symbol.series($0) }).count == 5)
    #expect(Dash.series(6) == Dash.series(1))
    #expect(Symbol.series(9) == Symbol.series(4))
  }

  @Test func theFirstLineIsUnbroken() {
    #expect(Dash.series(0) == .solid && Dash.solid.attribute.isEmpty)
  }
}
