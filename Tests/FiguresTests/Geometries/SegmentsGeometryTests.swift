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

  @Test func errorBarsHaveAnOpaqueRimAllAround() throws {
    let figure = plot {
      Bars(["a"], [2])
      ErrorBars([0], [2], errors: [1], color: .text)
    }
    let rim = try #require(
      figure.svg.firstMatch(
        of:
          /<path fill="none" stroke="var\(--figure-background,#ffffff\)" stroke-width="([0-9.]+)" stroke-linecap="square" d="([^"]+)"\/><path fill="none" stroke="currentColor" stroke-width="([0-9.]+)" d="([^"]+)"/
      ))
    #expect(rim.2 == rim.4)
    // More than a pixel and a half on either side.
    #expect(try #require(Double(rim.1)) - #require(Double(rim.3)) >= 3)
  }
}
