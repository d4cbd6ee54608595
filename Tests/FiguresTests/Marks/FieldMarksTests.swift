import Testing

@testable import Figures

@Suite struct FieldMarksTests {
  private func plot(@MarkBuilder marks: () -> [Plot.Layer]) -> Plot {
    Plot("T", alt: "A.", marks: marks)
  }

  // MARK: Streamlines

  @Test func streamlinesKeepApartAndInside() {
    var tracer = StreamTracer(x: -1...1, y: -1...1, spacing: 0.07)
    let lines = tracer.lines { x, y in (1 + y * y, x) }
    #expect(lines.count > 8)
    for (number, line) in lines.enumerated() {
      for point in line {
        #expect(point.x >= -1 && point.x <= 1 && point.y >= -1 && point.y <= 1)
      }
      for other in lines[..<number] {
        var least = Double.infinity
        for a in line {
          for b in other {
            least = min(least, (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))
          }
        }
        // Distances count in widths of the domain, which is 2 wide.
        #expect(least.squareRoot() > 0.07 * 2 * 0.5)
      }
    }
  }

  @Test func streamlinesOfARotationStayOnCircles() {
    var tracer = StreamTracer(x: -1...1, y: -1...1, spacing: 0.1)
    for line in tracer.lines({ x, y in (-y, x) }) {
      let radii = line.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
      #expect(radii.max()! - radii.min()! < 2e-3)
    }
  }

  @Test func aFieldAtRestHasNoStreamlines() {
    let figure = plot { Streamlines(x: 0...1, y: 0...1) { _, _ in (0, .nan) } }
    #expect(figure.notes == ["One series is empty."])
  }

  // MARK: Vector fields

  @Test func vectorsThatAreNotFiniteAreLeftOutAndSaid() {
    let figure = plot {
      VectorField(x: 0...1, y: 0...1, count: 4) { x, _ in x < 0.2 ? (.nan, 1) : (1, 0) }
    }
    #expect(figure.notes == ["2 vectors are not finite and are left out."])
  }

  @Test func aZeroFieldIsDrawnWithoutArrows() {
    let figure = plot { VectorField(x: 0...1, y: 0...1) { _, _ in (0, 0) } }
    #expect(figure.svg.hasSuffix("</svg>"))
  }

  @Test func anEmptyDomainIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = VectorField(x: 1...1, y: 0...1) { _, _ in (0, 0) }
    }
    #expect(said(result).contains("A VectorField needs a domain with room, not 1 to 1."))
  }

  // MARK: Classes

  @Test func theLineBetweenClassesIsWhereTheDecisionChanges() {
    let marks = DecisionRegions(x: -2...2, y: -2...2, classes: ["in", "out"]) { x, y in
      x * x + y * y < 1 ? 0 : 1
    }
    guard case .territory(let territory) = marks.layers[0].geometry else {
      Issue.record("no territory")
      return
    }
    #expect(territory.loops.count == 1)
    for point in territory.loops[0] {
      #expect(((point.x * point.x + point.y * point.y).squareRoot() - 1).magnitude < 1e-3)
    }
  }

  @Test func samplesHaveTheColourOfTheirClass() {
    let figure = plot {
      DecisionRegions(x: 0...1, y: 0...1, classes: ["a", "b"]) { x, _ in x < 0.5 ? 0 : 1 }
      Points([0.2], [0.2], label: "a")
      Points([0.8], [0.2], label: "b")
    }
    #expect(!figure.svg.contains("--figure-3"))
    #expect(figure.labels.filter { $0.text == "a" }.count == 1)
  }

  // MARK: Contours

  @Test func levelsStandOnTheirCurves() throws {
    let figure = plot {
      Contours(x: -2...2, y: -2...2, levels: [1, 2], labeled: true) { $0 * $0 + $1 * $1 }
    }
    let place = try #require(figure.labels.last { $0.text == "1" })
    let two = try #require(figure.labels.last { $0.text == "2" })
    #expect(place.box.overlap(two.box) == 0)
  }

  @Test func levelsOverDecadesAreWrittenEachInItsWay() {
    let region = { LevelRegion(level: $0, loops: []) }
    let wide = ContourMap(
      regions: [300, 10, 0.3].map(region), colors: nil, isLabeled: true, x: 0...1, y: 0...1)
    #expect([300, 10, 0.3].map { wide.text($0) } == ["300", "10", "0.3"])
    let narrow = ContourMap(
      regions: [1, 0.5, -1].map(region), colors: nil, isLabeled: true, x: 0...1, y: 0...1)
    #expect([1, 0.5, -1].map { narrow.text($0) } == ["1.0", "0.5", "−1.0"])
  }

  @Test func aLevelAtTheCentreDividesTheColours() {
    let map = ContourMap(
      regions: [1, 0, -1].map { LevelRegion(level: $0, loops: []) }, colors: .diverging(),
      isLabeled: false, x: 0...1, y: 0...1)
    let shares = [2, 1, 0, -1].map { map.share($0) }
    #expect(shares[0] < shares[1] && shares[1] < 0)
    #expect(shares.map { -$0 } == shares.reversed())
  }

  @Test func colouredContoursHaveABar() {
    let figure = plot { Contours(x: 0...1, y: 0...1, levels: 5, colors: .sequential) { $0 + $1 } }
    #expect(figure.labels.contains { $0.box.left > 480 })
  }
}
