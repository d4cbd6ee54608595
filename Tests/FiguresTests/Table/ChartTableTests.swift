import Testing

@testable import Figures

@Suite struct ChartTableTests {
  @Test func theTableBeneathHasTheNumbers() throws {
    let figure = ChartTable(
      "T", alt: "A.",
      columns: [
        .text("name", ["a", "b"]), .bar("steps", [10, -3]),
        .sparkline("loss", [[1, 0.5], [.nan, 2]]),
      ])
    let table = try #require(figure.dataTable)
    #expect(table.rows == [["a", "10", "1 to 0.5"], ["b", "−3", "NaN to 2"]])
  }

  @Test func anEmptyTableIsDrawn() {
    #expect(ChartTable("T", alt: "A.", columns: [.number("n", [])]).svg.hasSuffix("</svg>"))
  }

  @Test func raggedColumnsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ChartTable("T", alt: "A.", columns: [.number("n", [1]), .text("t", [])])
    }
    #expect(
      said(result).contains(
        "The columns of “T” are ragged: 1 cells are expected, but “t” has 0."))
  }
}
