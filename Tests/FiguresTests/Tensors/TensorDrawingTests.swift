import Testing

@testable import Figures

@Suite struct TensorDrawingTests {
  @Test func sidesOfTheSameSizeHaveTheSameLength() {
    #expect(TensorDrawing.side(784) > TensorDrawing.side(128))
    #expect(TensorDrawing.side(1) == 14)
    #expect(TensorDrawing.side(0) == 4)
    #expect(TensorDrawing.side(1 << 40) == 118)
  }

  @Test func manyTensorsStandInRows() {
    let figure = TensorDiagram(
      "T", alt: "A.", parts: (0..<12).map { .tensor("t\($0)", [64, 64]) })
    #expect(figure.labels.map { $0.box.top }.max()! > 200)
  }
}
