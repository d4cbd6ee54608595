import Testing

@testable import Figures

@Suite struct TensorDiagramTests {
  @Test func sidesOfTheSameSizeHaveTheSameLength() {
    #expect(TensorDrawing.side(784) > TensorDrawing.side(128))
    #expect(TensorDrawing.side(1) == 14)
    #expect(TensorDrawing.side(0) == 4)
    #expect(TensorDrawing.side(1 << 40) == 118)
  }

  @Test func shapesAreWritten() throws {
    let figure = TensorDiagram(
      "T", alt: "A.", parts: [.tensor("X", [2, 3]), .operation("→"), .tensor("s", [])])
    #expect(figure.labels.contains { $0.text == "2 × 3" })
    let table = try #require(figure.dataTable)
    #expect(table.rows == [["X", "2 × 3"], ["s", "scalar"]])
  }

  @Test func manyTensorsStandInRows() {
    let figure = TensorDiagram(
      "T", alt: "A.", parts: (0..<12).map { .tensor("t\($0)", [64, 64]) })
    #expect(figure.labels.map { $0.box.top }.max()! > 200)
  }

  @Test func aNegativeSizeIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = TensorDiagram("T", alt: "A.", parts: [.tensor("X", [-1])])
    }
    #expect(said(result).contains("The tensor “X” of “T” has a negative size: -1."))
  }
}
