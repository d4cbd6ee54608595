import Testing

@testable import Figures

@Suite struct DensityTests {
  @Test func theLineIsTheUpperEdgeOfTheArea() {
    let layers = Density([1, 2, 2, 4]).layers
    guard case .ribbon(let area) = layers[0].geometry, case .polyline(let line) = layers[1].geometry
    else {
      Issue.record("no area and line")
      return
    }
    #expect(!line.points.isEmpty)
    #expect(area.points.map { DataPoint(x: $0.x, y: $0.upper) } == line.points)
    #expect(area.points.allSatisfy { $0.lower == 0 })
  }

  @Test func valuesThatAreNotFiniteAreCounted() {
    #expect(!plot { Density([1, 2, .nan]) }.notes.isEmpty)
    #expect(plot { Density([1, 2]) }.notes.isEmpty)
  }

  @Test func aBandwidthOfZeroIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Density([1, 2], bandwidth: 0)
    }
    #expect(said(result).contains("A Density needs a positive bandwidth, not 0."))
  }
}
