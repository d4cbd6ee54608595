import Testing

@testable import Figures

@Suite struct TerritoryGeometryTests {
  private func figure(_ loops: [[DataPoint]]) -> Plot {
    plot {
      Plot.Layer(geometry: .territory(.init(loops: loops, x: 0...1, y: 0...1)), label: "a")
    }
  }

  @Test func aLoopWithoutAreaIsNotDrawn() {
    let corner = DataPoint(x: 0, y: 0)
    #expect(!figure([[corner, DataPoint(x: 1, y: 1)]]).svg.contains("evenodd"))
    let triangle = [corner, DataPoint(x: 1, y: 0), DataPoint(x: 0, y: 1)]
    #expect(figure([triangle]).svg.contains("evenodd"))
  }

  @Test func aClassHasItsNameInTheLegend() {
    #expect(figure([]).labels.contains { $0.text == "a" && $0.box.bottom < 30 })
  }
}
