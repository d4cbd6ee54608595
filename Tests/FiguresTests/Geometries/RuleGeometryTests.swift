import Testing

@testable import Figures

@Suite struct RuleGeometryTests {
  @Test func aRuleOutsideTheAxesIsNeitherDrawnNorNamed() {
    let figure = plot(x: Axis(in: 0...1), y: Axis(in: 0...1)) {
      Rule(x: 2, label: "right")
      Rule(y: -1, label: "below")
    }
    #expect(!figure.labels.contains { ["right", "below"].contains($0.text) })
    #expect(!figure.svg.contains("stroke-dasharray"))
  }

  @Test func aRuleStretchesAnAxisWithoutARange() {
    let figure = plot {
      Line([0, 1])
      Rule(y: 8, label: "limit")
    }
    #expect(figure.labels.contains { $0.text == "8" })
    #expect(figure.labels.contains { $0.text == "limit" })
  }

  @Test func aRuleAtZeroHasNoPlaceOnALogarithmicAxis() {
    let figure = plot(y: Axis(scale: .logarithmic)) {
      Line([1, 10])
      Rule(y: 0)
    }
    #expect(
      figure.notes == ["One value is not positive and has no place on a logarithmic axis."])
  }
}
