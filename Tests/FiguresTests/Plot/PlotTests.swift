import Testing

@testable import Figures

@Suite struct PlotTests {
  @Test func aPlotWithoutMarksHasAxes() {
    let figure = plot {}
    #expect(figure.labels.contains { $0.text == "0.2" })
  }

  @Test func aFlatDataSetNearTheLimitsOfDoubleIsDrawn() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Line([1e-300, 1e300]) }
    #expect(figure.svg.contains("10²⁰⁰"))
    #expect(plot { Line([Double.leastNonzeroMagnitude]) }.svg.hasSuffix("</svg>"))
    #expect(plot { Line([-1e300, 1e300]) }.svg.hasSuffix("</svg>"))
    #expect(plot { Line([-1.7e308, 1.7e308]) }.notes.count == 1)
  }

  @Test func unitsOfEqualLengthMakeACircleRound() throws {
    let figure = plot(aspect: .equal) {
      Contours(x: -2...2, y: -1...1, levels: [0.25]) { x, y in x * x + y * y }
    }
    let path = try #require(figure.svg.firstMatch(of: /evenodd" d="([^"]+)"/))
    let points = SVGPath.points(of: String(path.1))
    let xs = points.map { $0.x }
    let ys = points.map { $0.y }
    let width = xs.max()! - xs.min()!
    let height = ys.max()! - ys.min()!
    #expect((width - height).magnitude < 0.5)
  }

  @Test func aHundredThousandPointsAreASmallFigure() {
    var xs: [Double] = []
    var ys: [Double] = []
    var state: UInt64 = 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    for _ in 0..<100_000 {
      xs.append(next())
      ys.append(next())
    }
    #expect(plot { Points(xs, ys) }.svg.utf8.count < 30_000)
    #expect(plot { Line(ys) }.svg.utf8.count < 30_000)
    var walk: [(Double, Double)] = [(0, 0)]
    for index in 0..<50_000 {
      let last = walk[walk.count - 1]
      walk.append((last.0 + xs[index] - 0.5, last.1 + ys[index] - 0.5))
    }
    #expect(plot { Path(points: walk) }.svg.utf8.count < 40_000)
  }

  @Test func theSameDataGiveTheSameBytes() {
    let first = plot { Line([1, 4, 2], label: "a") }
    let second = plot { Line([1, 4, 2], label: "a") }
    #expect(first.svg == second.svg)
  }
}
