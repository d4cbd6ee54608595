import Testing

@testable import Figures

@Suite struct LegendDrawingTests {
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
}
