import Testing

@testable import Figures

@Suite struct RibbonGeometryTests {
  /// A mean less its deviation is often negative where a loss is small.
  @Test func aBandThatReachesZeroOnALogarithmicAxisIsDrawnDownToTheEdge() throws {
    let figure = plot(y: Axis(scale: .logarithmic)) {
      Band([0, 1, 2], lower: [1, -0.5, 1], upper: [10, 10, 10])
    }
    #expect(figure.notes == ["A band is cut off at the edge in one place."])
    let path = try #require(figure.svg.firstMatch(of: /fill-opacity="\.22" d="([^"]+)"/))
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 1)
    let area = plot(y: Axis(scale: .logarithmic)) { Area([0, 1], [10, 100]) }
    #expect(area.notes.isEmpty)
    #expect(area.svg.contains("fill-opacity=\".22\""))
  }

  @Test func anAreaCountsItsGapsOnce() {
    let figure = plot { Area([0, 1, 2, 3, 4], [1, .nan, 2, 3, 4]) }
    #expect(figure.notes == ["One value is not a number and leaves a gap."])
  }
}
