import Testing

@testable import Figures

@Suite struct PlotTests {
  private func plot(
    x: Axis = Axis(), y: Axis = Axis(), aspect: Plot.Aspect = .automatic,
    legend: Plot.Legend = .automatic, @MarkBuilder marks: () -> [Plot.Layer]
  ) -> Plot {
    Plot("T", alt: "A.", x: x, y: y, aspect: aspect, legend: legend, marks: marks)
  }

  @Test func gapsAreCountedInTheDescription() {
    let figure = plot { Line([1, .nan, 3, .nan]) }
    #expect(figure.notes == ["2 values are not numbers and leave gaps."])
    #expect(figure.svg.contains("<desc>A. 2 values are not numbers"))
  }

  @Test func whatIsNotPositiveIsAGapOnALogarithmicAxis() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Line([1, 0.1, 0, -2, 10]) }
    #expect(figure.notes.count == 1)
    #expect(figure.labels.contains { $0.text == "10" })
  }

  @Test func anEmptySeriesIsSaid() {
    let figure = plot { Line([Double](), label: "nothing") }
    #expect(figure.notes == ["One series is empty."])
  }

  @Test func onePointIsADot() {
    let figure = plot { Line([3], [5]) }
    #expect(figure.svg.contains("stroke-linecap=\"round\""))
    #expect(figure.notes.isEmpty)
  }

  @Test func equalValuesHaveAnAxisAroundThem() {
    let figure = plot { Line([2, 2, 2]) }
    let labels = figure.labels.map { $0.text }
    #expect(labels.contains("1") && labels.contains("2") && labels.contains("3"))
    let halves = plot { Line([2.5, 2.5]) }
    #expect(halves.labels.contains { $0.text == "2.5" })
  }

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

  @Test func linesAreNamedBesideTheirEnds() throws {
    let figure = plot {
      Line([0, 1, 2], label: "rising")
      Line([2, 1, 0], label: "falling")
    }
    let rising = try #require(figure.labels.first { $0.text == "rising" })
    let falling = try #require(figure.labels.first { $0.text == "falling" })
    #expect(rising.box.top < falling.box.top)
    #expect(rising.box.left > 400 && falling.box.left > 400)
  }

  @Test func linesThatEndTogetherHaveNamesApart() {
    let figure = plot {
      for index in 0..<6 { Line([Double(index), 1], label: "line \(index)") }
    }
    let names = figure.labels.filter { $0.text.hasPrefix("line") }
    #expect(names.count == 6)
    for first in names.indices {
      for second in names.indices.dropFirst(first + 1) {
        #expect(names[first].ink.overlap(names[second].ink) == 0)
      }
    }
  }

  @Test func pointsAreNamedInALegendAbove() throws {
    let figure = plot {
      Points([1, 2], [1, 2], label: "data")
      Line([1, 2], [1, 2], label: "fit")
    }
    for name in ["data", "fit"] {
      let label = try #require(figure.labels.first { $0.text == name })
      #expect(label.box.bottom < 30)
    }
  }

  @Test func aHiddenLegendNamesNothing() {
    let figure = plot(legend: .hidden) { Line([1, 2], label: "secret") }
    #expect(!figure.svg.contains("secret"))
  }

  @Test func marksWithOneLabelAreOneSeries() {
    let figure = plot {
      Points([1, 2], [1, 2], label: "a")
      Line([1, 2], [1, 2], label: "a")
      Line([1, 2], [2, 1], label: "b")
    }
    #expect(!figure.svg.contains("--figure-3"))
    #expect(figure.labels.filter { $0.text == "a" }.count == 1)
  }

  @Test func aSeriesByNumberLooksTheSameEverywhere() {
    let figure = plot {
      for start in [0.0, 1] {
        Path(points: [(start, 0), (start + 2, 1)], arrows: 0, color: .series(2))
      }
    }
    #expect(figure.svg.matches(of: /z" fill="var\(--figure-2,/).count == 2)
    #expect(!figure.svg.contains("--figure-1"))
  }

  @Test func seriesDifferInDashAndSymbol() {
    let lines = plot {
      Line([1, 2], label: "a")
      Line([2, 1], label: "b")
    }
    #expect(lines.svg.contains("stroke-dasharray"))
    let points = plot {
      Points([1], [1], label: "a")
      Points([2], [2], label: "b")
    }
    #expect(points.svg.contains("stroke-linecap=\"round\""))
    #expect(points.svg.contains("z\" fill=\"var(--figure-2,"))
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

  @Test func iteratesOutsideTheAxesAreSaid() {
    let figure = plot {
      Contours(x: -1...1, y: -1...1) { x, y in x * x + y * y }
      Path(points: [(0.5, 0.5), (0.9, 0.9), (1.5, 1.5), (9, 9)], label: "run")
    }
    #expect(figure.notes == ["2 iterates of run outside the axes are not seen."])
  }

  @Test func aPathThatDivergedEndsWhereItDid() {
    let figure = plot {
      Path(points: [(0, 0), (1, 1), (.infinity, .nan), (2, 2)])
    }
    #expect(figure.notes == ["The way ends after 2 iterates: the next one is not finite."])
    #expect(figure.svg.hasSuffix("</svg>"))
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

  @Test func annotationsKeepOffTheLine() throws {
    let figure = plot {
      Line(over: 0...10) { $0 }
      Annotation("here", at: (5, 5))
    }
    let label = try #require(figure.labels.first { $0.text == "here" })
    let path = try #require(figure.svg.firstMatch(of: /stroke-linejoin="round" d="([^"]+)"/))
    let points = SVGPath.points(of: String(path.1))
    for share in stride(from: 0.0, through: 1, by: 0.001) {
      let x = points[0].x + (points[1].x - points[0].x) * share
      let y = points[0].y + (points[1].y - points[0].y) * share
      #expect(!label.ink.contains(x: x, y: y))
    }
  }
}
