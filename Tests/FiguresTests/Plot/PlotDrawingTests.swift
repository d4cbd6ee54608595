import Testing

@testable import Figures

@Suite struct PlotDrawingTests {
  private func drawing(y: Axis = Axis()) -> PlotDrawing {
    PlotDrawing(layers: [], x: Axis(), y: y, width: 520, aspect: .automatic, legend: .hidden)
  }

  @Test func lessDetailMeansFewerPartsAndLevels() {
    var drawing = drawing()
    #expect(drawing.limit(100) == 100 && drawing.levelStride == 1)
    drawing.detail = 0.25
    #expect(drawing.limit(100) == 25)
    #expect(drawing.limit(20) == 12)
    #expect(drawing.levelStride == 4)
  }

  @Test func whatHasNoPlaceOnAnAxisIsAtItsEnd() {
    var drawing = drawing(y: Axis(scale: .logarithmic))
    drawing.yScale = PositionScale(scale: .logarithmic, lower: 1, upper: 100, start: 200, end: 0)
    #expect(drawing.pixelOrEdge(DataPoint(x: 0, y: -1)).y == 200)
    #expect(drawing.pixelOrEdge(DataPoint(x: 0, y: .infinity)).y == 0)
    #expect(drawing.pixelOrEdge(DataPoint(x: 0, y: .nan)).y.isNaN)
    #expect((drawing.pixel(DataPoint(x: 0, y: 10)).y - 100).magnitude < 1e-9)
  }

  /// However the marks are written: contours, axes, bars, lines, symbols.
  @Test func marksAreDrawnFromBackToFrontByTheirKind() throws {
    let svg = plot {
      Points([0.2, 0.4], [0.5, 0.5], color: .series(3))
      Line([0, 1], [0, 1], color: .series(2))
      Contours(x: 0...1, y: 0...1) { $0 + $1 }
    }.svg
    let places = try ["evenodd", "stroke-opacity=\".55\"", "--figure-2", "--figure-3"].map {
      try #require(svg.range(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }
}
