import Testing

@testable import Figures

@Suite struct MatrixDrawingTests {
  private func cells(_ mark: HeatMap) -> Cells {
    guard case .cells(let cells) = mark.layers[0].geometry else { fatalError("no cells") }
    return cells
  }

  @Test func aLargeMatrixIsDrawnAsMeansOfBlocks() {
    let rows = (0..<200).map { row in (0..<300).map { Double(row * $0 % 7) } }
    let figure = plot { HeatMap(rows) }
    #expect(figure.notes.contains("Each cell is the mean of a block of 5 by 5 values."))
    #expect(figure.svg.utf8.count < 30_000)
    let blocks = cells(HeatMap([[1, 3, 5, 7], [3, 5, .nan, 9]])).aggregated(limit: 2)
    #expect(blocks.values == [3, 7])
  }

  @Test func missingCellsAreCrossedOutAndSaid() {
    let figure = plot { HeatMap([[1, .nan], [.infinity, 2]]) }
    #expect(figure.notes == ["2 cells have no value on the scale and are crossed out."])
    let logarithmic = plot { HeatMap([[1, -1]], scale: .logarithmic) }
    #expect(logarithmic.notes == ["One cell has no value on the scale and is crossed out."])
  }
}
