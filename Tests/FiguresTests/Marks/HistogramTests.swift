import Testing

@testable import Figures

@Suite struct HistogramTests {
  @Test func theAreasOfADensityHistogramAddUpToOne() {
    guard
      case .bars(let geometry) = Histogram(SampleTests.values, isDensity: true).layers[0].geometry
    else {
      Issue.record("no bars")
      return
    }
    let area = geometry.bars.map { ($0.far - $0.near) * $0.value }.reduce(0, +)
    #expect((area - 1).magnitude < 1e-12)
  }

  @Test func histogramsDifferInGreyPrint() {
    let figure = plot {
      Histogram([1, 2, 2, 3, 3, 3, 4], label: "a")
      Histogram([2, 3, 3, 4, 4, 4, 5], label: "b")
    }
    // Outline and key of the second.
    #expect(figure.svg.matches(of: /stroke-dasharray/).count == 2)
  }
}
