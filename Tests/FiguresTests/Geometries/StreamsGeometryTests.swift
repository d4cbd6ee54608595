import Testing

@testable import Figures

@Suite struct StreamsGeometryTests {
  private func heads(points count: Int) -> Int {
    let line = (0..<count).map { DataPoint(x: Double($0) / Double(count), y: 0.5) }
    let figure = plot {
      Plot.Layer(
        geometry: .streams(.init(lines: [line], x: 0...1, y: 0...1)), color: .text)
    }
    return figure.svg.matches(of: /fill="currentColor" d="[^"]*z"/).count
  }

  @Test func aLineHasOneHeadInItsMiddle() {
    #expect(heads(points: 40) == 1)
  }

  @Test func aStubHasNone() {
    #expect(heads(points: 4) == 0)
  }
}
