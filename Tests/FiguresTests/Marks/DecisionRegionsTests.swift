import Testing

@testable import Figures

@Suite struct DecisionRegionsTests {
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
}
