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

  @Test(arguments: [2, 3]) func longLabelsUnderPanelsHaveRoom(columns: Int) throws {
    let figure = Facets("T", alt: "A.", columns: columns) {
      for number in 1...3 { Panel("p\(number)") { Line([4e9, 4e9 + 2], [0, Double(number)]) } }
    }
    for first in figure.labels.indices {
      for second in figure.labels.indices.dropFirst(first + 1) {
        #expect(figure.labels[first].ink.overlap(figure.labels[second].ink) == 0)
      }
    }
    let size = try #require(figure.svg.firstMatch(of: /viewBox="0 0 ([0-9.]+)[ ]/))
    for label in figure.labels {
      #expect(label.box.left >= 0)
      #expect(try label.box.right <= #require(Double(size.1)), "\(label.text)")
    }
    #expect(figure.labels.contains { $0.text.hasPrefix("4\u{202F}000") })
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
