import Testing

@testable import Figures

@Suite struct SegmentsGeometryTests {
  @Test func anErrorBarThroughZeroOnALogarithmicAxisKeepsItsUpperEnd() throws {
    let figure = plot(y: Axis(scale: .logarithmic)) {
      ErrorBars([0, 1], [1, 1], errors: [0.5, 3])
    }
    #expect(
      figure.notes == ["One value is not positive and has no place on a logarithmic axis."])
    let path = try #require(figure.svg.firstMatch(of: /stroke-width="1.3" d="([^"]+)"/))
    // Two strokes, and caps at three ends.
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 5)
  }
}
