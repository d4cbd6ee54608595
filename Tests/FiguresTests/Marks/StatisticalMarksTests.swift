import Testing

@testable import Figures

@Suite struct StatisticalMarksTests {
  @Test func aBandOfRunsIsTheirMeanAndDeviation() throws {
    let band = Band(runs: [[1, 10], [2, 20], [3, 60]])
    guard case .ribbon(let ribbon) = band.layers[0].geometry,
      case .polyline(let middle) = band.layers[1].geometry
    else {
      Issue.record("no ribbon and line")
      return
    }
    #expect(middle.points == [DataPoint(x: 0, y: 2), DataPoint(x: 1, y: 30)])
    #expect(ribbon.points[0] == RibbonPoint(x: 0, lower: 1, upper: 3))
    // √((20² + 10² + 30²) / 2)
    #expect((ribbon.points[1].upper - 30 - 26.457513110645905).magnitude < 1e-12)
  }

  @Test func otherSpreadsOfRuns() {
    let runs = (0...8).map { [Double($0)] }
    func ends(_ spread: Band.Spread) -> (Double, Double) {
      guard case .ribbon(let ribbon) = Band(runs: runs, spread: spread).layers[0].geometry else {
        return (0, 0)
      }
      return (ribbon.points[0].lower, ribbon.points[0].upper)
    }
    #expect(ends(.quartiles) == (2, 6))
    #expect(ends(.range) == (0, 8))
    #expect((ends(.standardError).1 - 4 - 7.5.squareRoot() / 3).magnitude < 1e-14)
  }

  @Test func aRunThatDivergedIsLeftOutAndSaid() {
    let figure = Plot("T", alt: "A.") { Band(runs: [[1, 2], [1, .nan], [1, .infinity]]) }
    #expect(figure.notes == ["2 values of runs are not finite and are left out."])
  }

  @Test func whiskersEndAtValuesWithinOneAndAHalfBoxes() {
    // Quartiles 2 and 4: fences at −1 and 7.
    let marks = BoxPlots(["a"], samples: [[-2, -1, 2, 2, 3, 4, 4, 7, 9]])
    guard case .bars(let boxes) = marks.layers[0].geometry,
      case .segments(let whiskers) = marks.layers[1].geometry,
      case .symbols(let outliers) = marks.layers[3].geometry
    else {
      Issue.record("no box, whiskers and outliers")
      return
    }
    #expect(boxes.bars[0].base == 2 && boxes.bars[0].value == 4)
    #expect(whiskers.segments.map { $0.end.y } == [-1, 7])
    #expect(outliers.points.map { $0.y } == [-2, 9])
  }

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

  @Test func errorBarsWithoutLengthHaveCapsAcross() throws {
    func caps(isHorizontal: Bool) throws -> String {
      let figure = Plot("T", alt: "A.", x: Axis(in: 0...2), y: Axis(in: 0...2)) {
        ErrorBars([1], [1], errors: [0], isHorizontal: isHorizontal)
      }
      return String(try #require(figure.svg.firstMatch(of: /stroke-width="1.3" d="([^"]+)"/)).1)
    }
    #expect(try caps(isHorizontal: false).contains("h7"))
    #expect(try caps(isHorizontal: true).contains("v7"))
  }

  @Test func stackedBarsGrowFromWhatIsBelow() {
    let layers = Bars(["a"], groups: [("x", [2]), ("y", [3]), ("z", [-1])], isStacked: true).layers
    let ends = layers.map { layer -> [Double] in
      guard case .bars(let geometry) = layer.geometry else { return [] }
      return [geometry.bars[0].base, geometry.bars[0].value]
    }
    #expect(ends == [[0, 2], [2, 5], [0, -1]])
  }

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

  @Test func stepsHoldEachValueUntilTheNext() {
    func corners(_ jump: Steps.Jump) -> [DataPoint] {
      guard case .polyline(let line) = Steps([0, 2], [1, 5], jump: jump).layers[0].geometry
      else { return [] }
      return line.points
    }
    #expect(corners(.after)[1] == DataPoint(x: 2, y: 1))
    #expect(corners(.before)[1] == DataPoint(x: 0, y: 5))
    #expect(corners(.between).dropFirst().first == DataPoint(x: 1, y: 1))
  }

  @Test func barsOfSeveralSeriesDifferInHatching() {
    let one = Plot("T", alt: "A.") { Bars(["a"], [1]) }
    let two = Plot("T", alt: "A.") { Bars(["a"], groups: [("x", [1]), ("y", [2])]) }
    #expect(!one.svg.contains("stroke-width=\"1.3\""))
    #expect(two.svg.contains("stroke-width=\"1.3\""))
  }
}
