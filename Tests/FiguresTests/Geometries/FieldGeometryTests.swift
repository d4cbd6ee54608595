import Testing

@testable import Figures

@Suite struct FieldGeometryTests {
  @Test func aZeroFieldIsDrawnWithoutArrows() {
    let figure = plot { VectorField(x: 0...1, y: 0...1) { _, _ in (0, 0) } }
    #expect(figure.svg.hasSuffix("</svg>"))
  }
}
