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

  @Test func numbersThatDifferReadDifferently() throws {
    let figure = ChartTable(
      "T", alt: "A.",
      columns: [
        .number("n", [1.00001, 1.00002]), .bar("b", [2, 2.000_000_3]),
        .sparkline("s", [[1, 1.0001], [1, 1.0002]]),
      ])
    let table = try #require(figure.dataTable)
    #expect(
      table.rows == [["1.00001", "2", "1 to 1.0001"], ["1.00002", "2.0000003", "1 to 1.0002"]])
    let texts = figure.labels.map { $0.text }
    for text in ["1.00001", "1.00002", "2.0000000", "2.0000003"] { #expect(texts.contains(text)) }
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
