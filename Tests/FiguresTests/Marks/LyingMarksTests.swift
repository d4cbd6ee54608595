import Testing

@testable import Figures

@Suite struct LyingMarksTests {
  /// What lies is what stands, with its axes exchanged.
  @Test func marksLieAsTheyStand() {
    func turned(_ geometry: Plot.Geometry) -> [[Double]] {
      switch geometry {
      case .bars(let geometry): geometry.bars.map { [$0.near, $0.far, $0.base, $0.value] }
      case .segments(let geometry):
        geometry.segments.map { [$0.start.y, $0.start.x, $0.end.y, $0.end.x] }
      case .symbols(let geometry): geometry.points.map { [$0.y, $0.x] }
      default: []
      }
    }
    func straight(_ geometry: Plot.Geometry) -> [[Double]] {
      switch geometry {
      case .segments(let geometry):
        geometry.segments.map { [$0.start.x, $0.start.y, $0.end.x, $0.end.y] }
      case .symbols(let geometry): geometry.points.map { [$0.x, $0.y] }
      default: turned(geometry)
      }
    }
    let sample = [[-2.0, -1, 2, 2, 3, 4, 4, 7, 9]]
    let pairs = [
      (
        BoxPlots(["a"], samples: sample).layers,
        BoxPlots(["a"], samples: sample, isHorizontal: true).layers
      ),
      (
        ErrorBars([1, 2], [3, 4], errors: [0.5, 1]).layers,
        ErrorBars([1, 2], [3, 4], errors: [0.5, 1], isHorizontal: true).layers
      ),
      (Stems([1, 2], [3, 4]).layers, Stems([1, 2], [3, 4], isHorizontal: true).layers),
      (Histogram(sample[0]).layers, Histogram(sample[0], isHorizontal: true).layers),
    ]
    for (upright, lying) in pairs {
      #expect(upright.count == lying.count)
      for (one, other) in zip(upright, lying) {
        #expect(!straight(one.geometry).isEmpty)
        #expect(straight(one.geometry) == turned(other.geometry))
      }
    }
    #expect(BoxPlots(["a"], samples: sample, isHorizontal: true).layers[0].yCategories == ["a"])
  }
}
