import Testing

@testable import Figures

@Suite struct CellsTests {
  private func cells(_ mark: HeatMap) -> Cells {
    guard case .cells(let cells) = mark.layers[0].geometry else { fatalError("no cells") }
    return cells
  }

  @Test func aDivergingScaleReachesAsFarOnBothSides() {
    let cells = cells(HeatMap([[-1, 3]], colors: .diverging()))
    #expect(cells.range == -3...3)
    #expect(cells.share(1) == 1)
    #expect((cells.share(0)! + 1.0 / 3).magnitude < 1e-15)
  }
}
