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

  @Test func theBarOfCloseValuesTellsThemApart() throws {
    for range in [4e9...(4e9 + 2), 1...1.nextUp, -1e-300...1e-300] {
      let values = [range.lowerBound, range.upperBound]
      var mark = cells(HeatMap([values]))
      mark.showsValues = false
      let texts = try #require(mark.colorBar(width: 500)).labels.map { $0.text }
      #expect(texts.count >= 2 && Set(texts).count == texts.count, "\(range): \(texts)")
    }
  }
}
