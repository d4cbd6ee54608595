import Testing

@testable import Figures

@Suite struct FacetsDrawingTests {
  @Test func loopsMakePanels() {
    let figure = Facets("T", alt: "A.", columns: 3) {
      for number in 1...7 { Panel("p\(number)") { Line([0, Double(number)]) } }
    }
    for number in 1...7 { #expect(figure.labels.contains { $0.text == "p\(number)" }) }
    // Panels without one beneath say what is on their horizontal axis.
    #expect(figure.labels.filter { $0.text == "1.0" }.count >= 3)
  }

  @Test func notesNameTheirPanel() {
    let figure = Facets("T", alt: "A.") {
      Panel("a") { Line([0, .nan, 1]) }
      Panel("b") { Line([0, 1]) }
    }
    #expect(figure.notes == ["a: One value is not a number and leaves a gap."])
  }

  @Test func aSeriesLooksTheSameInAllPanels() {
    let figure = Facets("T", alt: "A.") {
      Panel("a") {
        Line([0, 1], label: "x")
        Line([1, 0], label: "y")
      }
      Panel("b") { Line([0, 1], label: "y") }
    }
    #expect(!figure.svg.contains("--figure-3"))
    #expect(figure.labels.filter { $0.text == "y" }.count == 1)
  }
}
