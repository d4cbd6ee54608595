import Testing

@testable import Figures

@Suite struct TensorDiagramTests {
  @Test func shapesAreWritten() throws {
    let figure = TensorDiagram(
      "T", alt: "A.", parts: [.tensor("X", [2, 3]), .operation("→"), .tensor("s", [])])
    #expect(figure.labels.contains { $0.text == "2 × 3" })
    let table = try #require(figure.dataTable)
    #expect(table.rows == [["X", "2 × 3"], ["s", "scalar"]])
  }

  @Test func aNegativeSizeIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = TensorDiagram("T", alt: "A.", parts: [.tensor("X", [-1])])
    }
    #expect(said(result).contains("The tensor “X” of “T” has a negative size: -1."))
  }
}
