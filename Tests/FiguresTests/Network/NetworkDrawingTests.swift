import Testing

@testable import Figures

@Suite struct NetworkDrawingTests {
  private func diagram(_ weights: [[[Double]]]) -> NetworkDiagram {
    NetworkDiagram(
      "T", alt: "A.", layers: [.init("in", units: ["a", "b"]), .init("out", units: ["c"])],
      weights: weights)
  }

  @Test func theLargestWeightIsTheWidestLine() {
    let svg = diagram([[[1, 2]]]).svg
    #expect(svg.contains("stroke-width=\"5\"") && svg.contains("stroke-width=\"2.75\""))
  }

  @Test func ofManyUnitsTheFirstAndTheLastAreDrawn() {
    let figure = NetworkDiagram(
      "T", alt: "A.", layers: [.init("pixels", count: 784), .init("out", count: 2)])
    #expect(figure.labels.contains { $0.text == "pixels, 784" })
    #expect(figure.labels.contains { $0.text == "…" })
    #expect(figure.svg.matches(of: /<circle/).count == 6 + 2)
  }
}
